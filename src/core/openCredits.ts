import type { Day } from './day.ts';
import type { DebtorFacts } from './facts.ts';

/** Money of the customer's that pays no invoice yet; minor units, positive. */
export interface OpenCredit {
  /** of the credit note; absent for money that is not allocated */
  readonly number?: string | undefined;
  readonly currency: string;
  readonly amount: bigint;
}

/**
 * The credits that count for a customer, wherever it is decided, chased or stated what they owe: open credit notes and unapplied cash,
 * in the order in which they are known. A credit note that the last ledger file does not list was most likely used, and cash that
 * finance said is for something else pays none of their invoices: neither counts.
 */
export function openCredits(
  { invoices, unapplied }: Pick<DebtorFacts, 'invoices' | 'unapplied'>,
  today: Day,
): OpenCredit[] {
  const credits: OpenCredit[] = [];
  for (const { number, currency, outstanding, missingSince = today + 1 } of invoices) {
    if (outstanding < 0n && missingSince > today) credits.push({ number, currency, amount: -outstanding });
  }
  for (const { currency, amount, forOther = 0n } of unapplied) {
    if (amount > forOther) credits.push({ currency, amount: amount - forOther });
  }
  return credits;
}
