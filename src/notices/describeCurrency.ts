import { formatMoney } from '../core/money.ts';
import { describeInterest } from './describeInterest.ts';
import { describeInvoice } from './describeInvoice.ts';
import { inOrder } from './inOrder.ts';
import { labelled } from './labelled.ts';
import type { NoticeData } from './NoticeData.ts';
import type { CurrencyView, Labelled } from './NoticeView.ts';
import { nameOf } from './printable.ts';
import { type CurrencyTotals, disputedPart } from './totalsOf.ts';

/** The items of one account in one currency, and what they come to. */
export function describeCurrency(total: CurrencyTotals, data: NoticeData): CurrencyView {
  const { currency } = total;
  const money = (minor: bigint) => formatMoney(minor, currency, data.locale);
  const credits = data.credits.filter((credit) => credit.currency === currency);
  return {
    currency,
    invoices: inOrder(data.invoices)
      .filter((invoice) => invoice.currency === currency)
      .map((invoice) => describeInvoice(invoice, data.locale)),
    total: money(total.amount),
    queried: total.disputed > 0n ? money(-total.disputed) : null,
    credits: credits.map((credit) =>
      labelled([credit.label, credit.number ?? ''].map(nameOf).join(' ').trim(), money(-credit.amount)),
    ),
    balance: balanceOf(total, money),
    interest: describeInterest(data, currency),
    adjusted:
      credits.length > 0 || data.invoices.some((i) => i.currency === currency && disputedPart(i) > 0n),
  };
}

/** What all accounts come to in one currency: their credits in one line. */
export function describeSum(total: CurrencyTotals, locale: string): CurrencyView {
  const money = (minor: bigint) => formatMoney(minor, total.currency, locale);
  return {
    currency: total.currency,
    invoices: [],
    total: money(total.amount),
    queried: total.disputed > 0n ? money(-total.disputed) : null,
    credits: total.credits > 0n ? [labelled('Credits', money(-total.credits))] : [],
    balance: balanceOf(total, money),
    adjusted: total.credits > 0n || total.disputed > 0n,
    interest: null,
  };
}

function balanceOf({ payable }: CurrencyTotals, money: (minor: bigint) => string): Labelled {
  return payable < 0n
    ? labelled('Credit on your account', money(-payable))
    : labelled('Amount to pay', money(payable));
}
