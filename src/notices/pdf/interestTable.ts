import type { InterestView } from '../NoticeView.ts';
import { areaOf, type Doc, heightOf, keepTogether, rule } from './flow.ts';
import { colors, sizes } from './theme.ts';

const AMOUNT_WIDTH = 90;
const GAP = 6;

/** Interest line by line with its total, on top of what is to be paid. A row stays on one page. */
export function interestTable(doc: Doc, interest: InterestView, asAt: string): void {
  const { left, width } = areaOf(doc);
  const inside = width - AMOUNT_WIDTH - GAP;
  const line = (what: string, amount: string, strong = false) => {
    const height = heightOf(doc, strong ? 'bold' : 'regular', sizes.small, what, inside) + 3;
    keepTogether(doc, height);
    const top = doc.y;
    doc
      .font(strong ? 'bold' : 'regular')
      .fontSize(sizes.small)
      .fillColor(colors.strong);
    doc.text(what, left, top, { width: inside });
    doc.text(amount, left + width - AMOUNT_WIDTH, top, { width: AMOUNT_WIDTH, align: 'right' });
    doc.y = top + height;
  };
  keepTogether(doc, 70);
  doc.font('bold').fontSize(sizes.table).fillColor(colors.brand);
  doc.text(`Interest for late payment to ${asAt}, beside the amount to pay`, left, doc.y, { width });
  doc.font('regular').fontSize(sizes.small).fillColor(colors.soft);
  for (const basis of interest.basis) doc.text(basis, left, doc.y, { width });
  doc.y += 4;
  for (const { number, period, days, rate, on, amount } of interest.lines)
    line(`${number}: ${period}, ${days} days, ${rate} on ${on}`, amount);
  for (const { label, value } of interest.fixedSums) line(`${label}: fixed sum`, value);
  rule(doc, doc.y, left + width * 0.4, left + width, colors.brand, 0.9);
  doc.y += 4;
  line('Interest and fixed sums', interest.total, true);
  if (interest.daily) line(`For each day after ${asAt}`, interest.daily);
  doc.y += 10;
}
