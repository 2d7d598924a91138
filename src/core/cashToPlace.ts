import type { DebtorFacts } from './facts.ts';
import type { Money } from './money.ts';

/** Money of the debtor's that pays nothing yet and about which finance has not said what it is for, in currencies in which they owe. */
export function cashToPlace({
  invoices,
  unapplied,
}: Pick<DebtorFacts, 'invoices' | 'unapplied'>): readonly Money[] {
  return unapplied.flatMap(({ currency, toPlace = 0n }) =>
    toPlace > 0n && invoices.some((i) => i.currency === currency && i.outstanding > 0n)
      ? [{ currency, amount: toPlace }]
      : [],
  );
}
