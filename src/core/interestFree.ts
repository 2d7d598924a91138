import { awaitedCredits } from './awaitedCredits.ts';
import { barriers } from './barriers.ts';
import type { OpenItem } from './collectable.ts';
import { creditSetAgainst } from './creditSetAgainst.ts';
import type { Day } from './day.ts';
import type { DebtorFacts } from './facts.ts';

/**
 * Minor units of invoices, by id, that bear no interest from the beginning: what open credits are set against, and what was given in to,
 * though no credit has come for it yet.
 */
export function interestFree(
  facts: DebtorFacts,
  { items, today }: { items: readonly OpenItem[]; today: Day },
): Map<string, bigint> {
  const known = barriers(facts, today);
  const free = new Map(items.map((item) => [item.invoice.id, creditSetAgainst(item, known)]));
  for (const { dispute, awaited } of awaitedCredits(facts, today)) {
    const { invoiceId } = dispute;
    free.set(invoiceId, (free.get(invoiceId) ?? 0n) + awaited);
  }
  return free;
}
