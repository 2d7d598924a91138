import { formatMoney } from '../core/money.ts';
import { formatDay } from './formatDay.ts';
import type { NoticeInvoice } from './NoticeData.ts';
import type { InvoiceView } from './NoticeView.ts';
import { paymentLink } from './paymentLink.ts';
import { nameOf } from './printable.ts';
import { disputedPart } from './totalsOf.ts';

/** One invoice, written out for the list. */
export function describeInvoice(invoice: NoticeInvoice, locale: string): InvoiceView {
  const money = (minor: bigint) => formatMoney(minor, invoice.currency, locale);
  const disputed = disputedPart(invoice);
  return {
    number: nameOf(invoice.number),
    issued: formatDay(invoice.issuedOn, locale, 'medium'),
    due: formatDay(invoice.dueOn, locale, 'medium'),
    dueLong: formatDay(invoice.dueOn, locale, 'long'),
    days: invoice.daysPastDue,
    status: statusOf(invoice.daysPastDue),
    amount: money(invoice.amount),
    outstanding: money(invoice.outstanding),
    partPaid: invoice.amount !== invoice.outstanding,
    queried: disputed > 0n ? money(disputed) : null,
    promised: invoice.promisedOn === undefined ? null : formatDay(invoice.promisedOn, locale, 'medium'),
    orderNumber: nameOf(invoice.orderNumber ?? '') || null,
    paymentLink: paymentLink(invoice.paymentLink),
  };
}

function statusOf(daysPastDue: number): string {
  if (daysPastDue === 0) return 'due today';
  const days = Math.abs(daysPastDue);
  const span = days === 1 ? '1 day' : `${days} days`;
  return daysPastDue > 0 ? `${span} overdue` : `due in ${span}`;
}
