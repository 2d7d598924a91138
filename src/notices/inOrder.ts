import type { NoticeInvoice } from './NoticeData.ts';

/** Invoices by due date, then by number: the order in which a notice lists them. */
export function inOrder(invoices: readonly NoticeInvoice[]): readonly NoticeInvoice[] {
  return [...invoices].sort((a, b) => a.dueOn - b.dueOn || (a.number < b.number ? -1 : 1));
}
