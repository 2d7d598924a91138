import type { Labelled } from '../NoticeView.ts';
import { areaOf, type Doc, heightOf, keepTogether } from './flow.ts';
import { colors, sizes } from './theme.ts';

const PAD = 11;
const VALUE = 12.5;

/** The facts that must not be missed, side by side in a tinted band; nothing where there is none. */
export function summaryBand(doc: Doc, facts: readonly Labelled[]): void {
  if (facts.length === 0) return;
  const { left, width } = areaOf(doc);
  const column = (width - 2 * PAD) / Math.max(facts.length, 2);
  const tallest = Math.max(...facts.map((fact) => heightOf(doc, 'bold', VALUE, fact.value, column - PAD)));
  const height = tallest + 12 + 2 * PAD;
  keepTogether(doc, height);
  const top = doc.y + 2;
  doc.rect(left, top, width, height).fill(colors.tint);
  doc.rect(left, top, 3, height).fill(colors.brand);
  facts.forEach((fact, index) => {
    const x = left + PAD + 5 + index * column;
    doc.font('regular').fontSize(sizes.small).fillColor(colors.soft);
    doc.text(fact.label, x, top + PAD - 1, { width: column - PAD });
    doc.font('bold').fontSize(VALUE).fillColor(colors.strong);
    doc.text(fact.value, x, top + PAD + 11, { width: column - PAD });
  });
  doc.y = top + height + 16;
}
