import { barriers } from './barriers.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, InvoiceFact } from './facts.ts';
import { type OpenCredit, openCredits } from './openCredits.ts';

/** Everything that is open on an account: what its statement lists. */
export interface StatementPosition {
  /** due or not, with what of each is contested (minor units) */
  readonly invoices: readonly { readonly invoice: InvoiceFact; readonly contested: bigint }[];
  readonly credits: readonly OpenCredit[];
  /** after its credits more is owed than held, in one currency at least */
  readonly isOwed: boolean;
}

/** All open items and credits of an account. Invoices that are not in the last ledger file are left out: nothing is sent about them. */
export function statementPosition(facts: DebtorFacts, today: Day): StatementPosition {
  const { of, contested } = barriers(facts, today);
  const invoices = facts.invoices
    .filter(({ outstanding, missingSince = today + 1 }) => outstanding > 0n && missingSince > today)
    .map((invoice) => ({
      invoice,
      contested: of(invoice.id)?.kind === 'disputed' ? invoice.outstanding : contested(invoice.id),
    }));
  const credits = openCredits(facts, today);
  const net = new Map<string, bigint>();
  const add = (currency: string, amount: bigint) => net.set(currency, (net.get(currency) ?? 0n) + amount);
  for (const { invoice } of invoices) add(invoice.currency, invoice.outstanding);
  for (const { currency, amount } of credits) add(currency, -amount);
  return { invoices, credits, isOwed: [...net.values()].some((amount) => amount > 0n) };
}
