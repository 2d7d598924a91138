import type { Money } from './money.ts';

/** Invoices of one currency that were overdue when the customer said that it is paid; minor units. */
export interface SaidPaid {
  readonly currency: string;
  /** open of them then */
  readonly overdue: bigint;
  /** open of the same invoices still */
  readonly left: bigint;
  /** what no letter asks for: contested parts of them, and open credit notes of the debtor */
  readonly notAsked: bigint;
}

/** Money of one currency that came; minor units. */
export interface MoneyCame extends Money {
  /** of it, what pays no invoice and is for nothing else */
  readonly unapplied: bigint;
}

/**
 * Whether the ledger has confirmed money that was seen at the bank or said to be paid. Seen: what came since adds up to the amount
 * seen. Said, where no amount is known: in every currency the invoices that were overdue then are settled, or something came for
 * them, and it covers what is asked for of them; what went to other invoices says nothing. Where nothing was overdue, whatever came.
 * @param came money booked for the debtor since then, reversals taken off, by currency in minor units
 */
export function isConfirmed(
  { amount, currency }: { readonly amount: bigint | null; readonly currency: string | null },
  came: readonly MoneyCame[],
  said: readonly SaidPaid[] = [],
): boolean {
  const of = (code: string | null) => came.find((money) => money.currency === code);
  if (amount !== null) return (of(currency)?.amount ?? 0n) >= amount;
  if (said.length === 0) return came.some((money) => money.amount > 0n);
  return said.every(({ currency: code, overdue, left, notAsked }) => {
    const unapplied = of(code)?.unapplied ?? 0n;
    return left === 0n || (overdue - left + unapplied > 0n && left <= notAsked + unapplied);
  });
}
