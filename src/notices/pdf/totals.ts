import type { CurrencyView, Labelled } from '../NoticeView.ts';
import { areaOf, type Doc, heightOf, keepTogether, rule } from './flow.ts';
import { colors, sizes } from './theme.ts';

const VALUE_WIDTH = 120;
const LINE = 4;

/** Sum of one currency, the deductions, and what is to be paid. Kept on one page. */
export function totals(doc: Doc, group: CurrencyView): void {
  const { left, width } = areaOf(doc);
  const from = left + width * 0.4;
  const labelWidth = left + width - VALUE_WIDTH - from;
  const queried = group.queried ? [{ label: 'Under query, set aside here', value: group.queried }] : [];
  const lines: (Labelled & { strong: boolean })[] = [
    { label: 'Total outstanding', value: group.total, strong: true },
    ...[...queried, ...group.credits].map((line) => ({ ...line, strong: false })),
    ...(group.adjusted ? [{ ...group.balance, strong: true }] : []),
  ];
  const heights = lines.map((line) => heightOf(doc, 'bold', sizes.body, line.label, labelWidth) + LINE);
  keepTogether(doc, heights.reduce((sum, height) => sum + height, 0) + 10);
  let y = doc.y + 6;
  lines.forEach((line, index) => {
    if (index > 0 && line.strong) {
      rule(doc, y, from, left + width, colors.brand, 0.9);
      y += 4;
    }
    doc
      .font(line.strong ? 'bold' : 'regular')
      .fontSize(sizes.body)
      .fillColor(colors.strong);
    doc.text(line.label, from, y, { width: labelWidth });
    doc.text(line.value, left + width - VALUE_WIDTH, y, { width: VALUE_WIDTH, align: 'right' });
    y += heights[index] ?? 0;
  });
  doc.y = y + 12;
}
