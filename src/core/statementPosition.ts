import { barriers } from './barriers.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, InvoiceFact } from './facts.ts';

/** Everything that is open on an account: what its statement lists. */
export interface StatementPosition {
  /** due or not, with what of each is contested (minor units) */
  readonly invoices: readonly { readonly invoice: InvoiceFact; readonly contested: bigint }[];
  readonly credits: readonly OpenCredit[];
  /** after its credits more is owed than held, in one currency at least */
  readonly isOwed: boolean;
}

/** Money of the customer's that pays no invoice yet; minor units, positive. */
export interface OpenCredit {
  /** of the credit note; absent for money that is not allocated */
  readonly number?: string | undefined;
  readonly currency: string;
  readonly amount: bigint;
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
  const credits = openCredits(facts);
  const net = new Map<string, bigint>();
  const add = (currency: string, amount: bigint) => net.set(currency, (net.get(currency) ?? 0n) + amount);
  for (const { invoice } of invoices) add(invoice.currency, invoice.outstanding);
  for (const { currency, amount } of credits) add(currency, -amount);
  return { invoices, credits, isOwed: [...net.values()].some((amount) => amount > 0n) };
}

/** Open credit notes and unapplied cash, in the order in which they are known. */
export function openCredits({
  invoices,
  unapplied,
}: Pick<DebtorFacts, 'invoices' | 'unapplied'>): OpenCredit[] {
  return [
    ...invoices
      .filter(({ outstanding }) => outstanding < 0n)
      .map(({ number, currency, outstanding }) => ({ number, currency, amount: -outstanding })),
    ...unapplied.flatMap(({ currency, amount }) => (amount > 0n ? [{ currency, amount }] : [])),
  ];
}
