import type { NoticeView } from '../NoticeView.ts';
import { areaOf, type Doc, rule } from './flow.ts';
import { colors, sizes } from './theme.ts';

const TOP = 46;
/** where the address stands in a window envelope */
const WINDOW = 126;

/** Head of the first page: the sender, the address for the envelope's window, date and account. Leaves the cursor below. */
export function letterhead(doc: Doc, view: NoticeView): void {
  const { left, width } = areaOf(doc);
  const half = width * 0.56;
  const right = left + half;
  doc.font('bold').fontSize(sizes.brand).fillColor(colors.brand);
  doc.text(view.creditor.name, left, TOP, { width: half - 16, height: 40, ellipsis: true });
  const nameEnd = doc.y;
  const { address, phone, email } = view.creditor;
  doc.font('regular').fontSize(sizes.small).fillColor(colors.soft);
  doc.text([...address, ...[phone, email].filter((line) => line !== null)].join('\n'), right, TOP + 2, {
    width: width - half,
    align: 'right',
    height: 66,
    ellipsis: true,
    lineGap: 1,
  });
  const ruleAt = Math.max(nameEnd, doc.y) + 10;
  rule(doc, ruleAt, left, left + width, colors.brand, 1);

  const blockAt = Math.max(WINDOW, ruleAt + 18);
  const to = view.debtorKind === 'individual' ? [view.debtor.name] : [view.debtor.name, ...attention(view)];
  doc.fontSize(sizes.body).fillColor(colors.strong);
  doc.text([...to, ...view.debtor.address].join('\n'), left, blockAt, {
    width: half - 24,
    height: 92,
    ellipsis: true,
    lineGap: 1.5,
  });
  const addressEnd = doc.y;
  const facts = [
    ['Account', view.debtor.account],
    [view.parts.length > 0 ? 'Position as at' : 'Written on', view.asAt],
  ] as const;
  let y = blockAt;
  for (const [label, value] of facts) {
    doc.font('regular').fontSize(sizes.small).fillColor(colors.soft);
    doc.text(label, right, y + 1.5, { width: 78, lineBreak: false });
    doc.font('bold').fontSize(sizes.body).fillColor(colors.strong);
    doc.text(value, right + 82, y, { width: width - half - 82, height: 26, ellipsis: true });
    y = doc.y + 4;
  }
  doc.y = Math.max(addressEnd, y, blockAt + 62) + 22;
}

function attention(view: NoticeView): string[] {
  const { greeting } = view.contact;
  return greeting === view.debtor.name ? [] : [`For the attention of ${greeting}`];
}
