import type { NoticeView } from '../NoticeView.ts';
import { areaOf, type Doc, heightOf, keepTogether } from './flow.ts';
import { colors, sizes } from './theme.ts';

const PAD = 11;
const LABEL = 104;

/** Where to pay, in a framed box of its own, never split over pages. */
export function bankBox(doc: Doc, view: NoticeView): void {
  if (view.bank.length === 0) return;
  const { left, width } = areaOf(doc);
  const valueWidth = width - LABEL - 2 * PAD;
  const heights = view.bank.map((row) => heightOf(doc, 'bold', sizes.body, row.value, valueWidth) + 2.5);
  const caution = view.creditor.phone
    ? `Before you pay to any other account, please call us on ${view.creditor.phone}.`
    : '';
  const cautionHeight = caution ? heightOf(doc, 'regular', sizes.small, caution, width - 2 * PAD) + 5 : 0;
  const height = heights.reduce((sum, row) => sum + row, 0) + 17 + cautionHeight + 2 * PAD;
  keepTogether(doc, height);
  const top = doc.y;
  doc.roundedRect(left, top, width, height, 3).lineWidth(0.7).strokeColor(colors.line).stroke();
  let y = top + PAD;
  doc
    .font('bold')
    .fontSize(sizes.body)
    .fillColor(colors.brand)
    .text('Please pay to', left + PAD, y);
  y += 17;
  view.bank.forEach((row, index) => {
    doc
      .font('regular')
      .fontSize(sizes.body)
      .fillColor(colors.soft)
      .text(row.label, left + PAD, y, { width: LABEL });
    doc
      .font('bold')
      .fillColor(colors.strong)
      .text(row.value, left + PAD + LABEL, y, { width: valueWidth });
    y += heights[index] ?? 0;
  });
  if (caution) {
    doc.font('regular').fontSize(sizes.small).fillColor(colors.soft);
    doc.text(caution, left + PAD, y + 4, { width: width - 2 * PAD });
  }
  doc.y = top + height + 14;
}
