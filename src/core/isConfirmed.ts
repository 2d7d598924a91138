import type { Money } from './money.ts';

/** Invoices of one currency that were overdue when the customer said that it is paid; minor units. */
export interface SaidPaid {
  readonly currency: string;
  /** open of them then */
  readonly overdue: bigint;
  /** open of the same invoices still */
  readonly left: bigint;
}

/**
 * Whether the ledger has confirmed money that was seen at the bank or said to be paid. Seen: what came since adds up to the amount
 * seen. Said, where no amount is known: in every currency the invoices that were overdue then are settled, or as much came as was
 * overdue; other money says nothing of them. Where nothing was overdue, whatever came.
 * @param came money booked for the debtor since then, reversals taken off, by currency in minor units
 */
export function isConfirmed(
  { amount, currency }: { readonly amount: bigint | null; readonly currency: string | null },
  came: readonly Money[],
  said: readonly SaidPaid[] = [],
): boolean {
  const received = (of: string | null) => came.find((money) => money.currency === of)?.amount ?? 0n;
  if (amount !== null) return received(currency) >= amount;
  if (said.length === 0) return came.some((money) => money.amount > 0n);
  return said.every(({ currency: of, overdue, left }) => left === 0n || received(of) >= overdue);
}
