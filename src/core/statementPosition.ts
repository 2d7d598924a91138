import { barriers } from './barriers.ts';
import { collectable } from './collectable.ts';
import type { Day } from './day.ts';
import type { DecisionInput } from './decision.ts';
import type { InvoiceFact } from './facts.ts';
import { NEVER } from './never.ts';
import { type OpenCredit, openCredits } from './openCredits.ts';

/** An invoice as a statement lists it; amounts in minor units. */
export interface StatedInvoice {
  readonly invoice: InvoiceFact;
  /** what of it is disputed, or was given in to */
  readonly contested: bigint;
  /** what of it is asked for once it is past due: nothing while it rests or credits cover it */
  readonly asked: bigint;
  /** the day for which whoever pays has promised all of it */
  readonly promisedOn?: Day | undefined;
}

/** Everything that is open on an account: what its statement lists. */
export interface StatementPosition {
  /** due or not */
  readonly invoices: readonly StatedInvoice[];
  readonly credits: readonly OpenCredit[];
  /** something is open that is not contested */
  readonly isUncontested: boolean;
  /** leaving aside what is contested, more is owed than held, in one currency at least */
  readonly isOwed: boolean;
}

/**
 * All open items and credits of an account. Invoices that are not in the last ledger file are left out, since nothing is sent about them, and those
 * that a manager agreed to write off, since they are not asked for any more.
 */
export function statementPosition({
  facts,
  today,
  settings,
}: Pick<DecisionInput, 'facts' | 'today' | 'settings'>): StatementPosition {
  const { of, contested } = barriers(facts, today);
  const { items } = collectable(facts, { today, window: NEVER, settings });
  const invoices = items
    .filter(
      ({ invoice: { id, missingSince = today + 1 } }) => missingSince > today && of(id)?.kind !== 'write_off',
    )
    .map(({ invoice, amount, barrier }): StatedInvoice => {
      const found = of(invoice.id);
      const promise = found?.kind === 'promised' && found.by.confirmBy === undefined ? found.by : undefined;
      return {
        invoice,
        contested: found?.kind === 'disputed' ? invoice.outstanding : contested(invoice.id),
        asked: barrier ? 0n : amount,
        promisedOn: promise?.promisedOn,
      };
    });
  const credits = openCredits(facts, today);
  const net = new Map<string, bigint>();
  const add = (currency: string, amount: bigint) => net.set(currency, (net.get(currency) ?? 0n) + amount);
  const uncontested = invoices.map((one) => ({
    currency: one.invoice.currency,
    amount: one.invoice.outstanding - one.contested,
  }));
  for (const { currency, amount } of uncontested) add(currency, amount);
  for (const { currency, amount } of credits) add(currency, -amount);
  return {
    invoices,
    credits,
    isUncontested: uncontested.some(({ amount }) => amount > 0n),
    isOwed: [...net.values()].some((amount) => amount > 0n),
  };
}
