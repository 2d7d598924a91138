import type { PrintedTable } from '../EvidenceSummary.ts';
import { clip, oneLine } from '../printable.ts';
import { areaOf, type Doc, heightOf, keepTogether, rule } from './flow.ts';
import { colors, sizes } from './theme.ts';

/** longer texts are cut: no row is higher than a page */
const LONGEST = 600;
const GAP = 6;
const PAD = 3;

/** A table, its heads on every page that it runs over; where nothing is known, that is said. */
export function tablePart(doc: Doc, { title, columns, rows }: PrintedTable): void {
  const { left, width } = areaOf(doc);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (width * share) / shares);
  const texts = rows.map((row) => row.map((text) => clip(oneLine(text), LONGEST)));
  const heightOfRow = (row: readonly string[], font: 'regular' | 'bold') =>
    Math.max(...row.map((text, i) => heightOf(doc, font, sizes.small, text, (widths[i] ?? GAP) - GAP))) +
    2 * PAD;
  const draw = (row: readonly string[], font: 'regular' | 'bold', color: string) => {
    const [top, height] = [doc.y, heightOfRow(row, font)];
    let x = left;
    row.forEach((text, i) => {
      const column = widths[i] ?? GAP;
      doc.font(font).fontSize(sizes.small).fillColor(color);
      doc.text(text, x, top + PAD, { width: column - GAP, align: columns[i]?.isAmount ? 'right' : 'left' });
      x += column;
    });
    doc.y = top + height;
  };
  const heads = () => {
    draw(
      columns.map(({ head }) => head),
      'bold',
      colors.soft,
    );
    rule(doc, doc.y, left, left + width, colors.brand, 0.9);
  };
  keepTogether(doc, 70);
  doc.font('bold').fontSize(sizes.body).fillColor(colors.brand).text(title, left, doc.y, { width });
  doc.y += 2;
  if (rows.length === 0) {
    doc.font('regular').fontSize(sizes.small).fillColor(colors.soft).text('None.', left, doc.y, { width });
  } else {
    heads();
    for (const row of texts) {
      if (keepTogether(doc, heightOfRow(row, 'regular'))) heads();
      draw(row, 'regular', colors.strong);
      rule(doc, doc.y, left, left + width, colors.line, 0.5);
    }
  }
  doc.y += 14;
}
