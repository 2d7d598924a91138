import { collectable } from './collectable.ts';
import type { Day } from './day.ts';
import type { DebtorFacts } from './facts.ts';

/**
 * What is asked for of promised invoices, by id, in minor units: as if nothing were promised of them and no pause stood, what is contested in
 * part, was given in to, or is covered by credits taken off. However small it is: it may be promised.
 */
export function askedOfPromised(
  facts: DebtorFacts,
  invoiceIds: readonly string[],
  today: Day,
): ReadonlyMap<string, bigint> {
  const ids = new Set(invoiceIds);
  const promises = facts.promises.filter(({ invoices }) => !invoices.some((of) => ids.has(of.invoiceId)));
  const { items } = collectable(
    { ...facts, promises, holds: [] },
    { today, window: Number.POSITIVE_INFINITY, settings: { smallBalance: {} } },
  );
  return new Map(items.flatMap(({ invoice: { id }, amount }) => (ids.has(id) ? [[id, amount]] : [])));
}
