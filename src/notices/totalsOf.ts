import type { NoticeData, NoticeInvoice } from './NoticeData.ts';

/** The figures of a notice in one currency, in minor units. */
export interface CurrencyTotals {
  currency: string;
  /** outstanding of every invoice listed, in full */
  amount: bigint;
  /** contested, not asked for here */
  disputed: bigint;
  credits: bigint;
  /** what is asked for: amount less disputed less credits; negative when we hold more than is owed */
  payable: bigint;
}

/** Totals per currency in the order of the codes; a currency that only has credits is among them. Nothing is converted or added across. */
export function totalsOf(data: Pick<NoticeData, 'invoices' | 'credits'>): CurrencyTotals[] {
  const codes = new Set([...data.invoices, ...data.credits].map((item) => item.currency));
  return [...codes].sort().map((currency) => {
    const invoices = data.invoices.filter((invoice) => invoice.currency === currency);
    const amount = sum(invoices.map((invoice) => invoice.outstanding));
    const disputed = sum(invoices.map(disputedPart));
    const credits = sum(data.credits.filter((c) => c.currency === currency).map((c) => c.amount));
    return { currency, amount, disputed, credits, payable: amount - disputed - credits };
  });
}

/** The contested part of what is still open: never more than the outstanding amount. */
export function disputedPart(invoice: NoticeInvoice): bigint {
  const disputed = invoice.disputedAmount ?? 0n;
  return disputed > invoice.outstanding ? invoice.outstanding : disputed;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
