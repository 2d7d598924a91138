import type { NoticeView } from '../NoticeView.ts';
import { areaOf, type Doc, keepTogether } from './flow.ts';
import { interestTable } from './interestTable.ts';
import { invoiceTable } from './invoiceTable.ts';
import { colors, sizes } from './theme.ts';
import { totals } from './totals.ts';

/** What is owed, account by account and currency by currency: the items, what they come to, and the interest on them. */
export function positionTables(doc: Doc, view: Pick<NoticeView, 'parts' | 'sums' | 'asAt'>): void {
  for (const { title, groups } of view.parts) {
    if (title) partTitle(doc, title);
    for (const group of groups) {
      if (groups.length > 1) groupTitle(doc, group.currency);
      if (group.invoices.length > 0) invoiceTable(doc, group);
      if (group.invoices.length > 1 || group.adjusted) totals(doc, group);
      else doc.y += 14;
      if (group.interest) interestTable(doc, group.interest, view.asAt);
    }
  }
  if (view.sums.length > 0) partTitle(doc, 'All accounts');
  for (const sum of view.sums) totals(doc, sum);
}

/** The account whose items follow. */
function partTitle(doc: Doc, title: string): void {
  keepTogether(doc, 80);
  const { left, width } = areaOf(doc);
  doc.font('bold').fontSize(sizes.body).fillColor(colors.strong).text(title, left, doc.y, { width });
  doc.y += 4;
}

function groupTitle(doc: Doc, currency: string): void {
  keepTogether(doc, 60);
  const { left } = areaOf(doc);
  doc.font('bold').fontSize(sizes.body).fillColor(colors.brand).text(currency, left, doc.y);
  doc.y += 4;
}
