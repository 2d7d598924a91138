import { collectable } from './collectable.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, PromiseFact } from './facts.ts';
import { restsFor } from './itemFindings.ts';
import { NEVER } from './never.ts';
import type { Settings } from './settings.ts';

/**
 * Why nothing is to be asked about a promise that was not kept, as a sentence: of its invoices nothing is open, or all that is rests.
 * Undefined while something of them is to be collected, due or not.
 */
export function nothingToChase(
  { invoices }: Pick<PromiseFact, 'invoices'>,
  facts: DebtorFacts,
  { today, settings }: { readonly today: Day; readonly settings: Pick<Settings, 'smallBalance'> },
): string | undefined {
  const promised = new Set(invoices.map(({ invoiceId }) => invoiceId));
  const items = collectable(facts, { today, window: NEVER, settings }).items.filter(({ invoice }) =>
    promised.has(invoice.id),
  );
  const [first] = items;
  if (!first) return 'Nothing of what was promised is open any more: nothing to do.';
  if (items.some(({ barrier }) => !barrier)) return undefined;
  return first.barrier && `Invoice ${first.invoice.number} rests: ${restsFor(first.barrier)}.`;
}
