import type { Db } from '../../db/client.ts';
import { lockFreeDebtors, setNextReviews } from '../../db/debtors.ts';
import { KnownMembers } from '../../db/KnownMembers.ts';
import { loadReviewFacts } from '../../db/reviewFacts.ts';
import { lookAtDebtor } from './lookAtDebtor.ts';
import type { Review } from './reviewDebtor.ts';

/** After so long nothing more is begun in a transaction: a click on one of its debtors waits for all of them. */
const LONGEST_MS = 250;

/**
 * Looks at several debtors (`lookAtDebtor`) one after the other in one transaction under the locks of all, and says when to look again at
 * each. Debtors that others are working on are left to them, still due. Returns by id whether a debtor was looked at; those for which no
 * time was left are not in it. When one of them fails nothing is kept of any.
 * @param debtorIds in the order in which they are looked at
 */
export async function reviewTogether(
  db: Db,
  { debtorIds, ...review }: Omit<Review, 'debtorId'> & { readonly debtorIds: readonly string[] },
): Promise<ReadonlyMap<string, boolean>> {
  const { workspace, now } = review;
  return db.transaction(async (own) => {
    const tx = { ...own, members: new KnownMembers() };
    const free = await lockFreeDebtors(tx, workspace.id, debtorIds);
    const began = performance.now();
    const read = await loadReviewFacts(tx, workspace, [...free], now);
    const looked = new Map<string, boolean>();
    const next = new Map<string, Date | null>();
    for (const debtorId of debtorIds) {
      const found = read.get(debtorId);
      if (found && next.size > 0 && performance.now() - began > LONGEST_MS) continue;
      if (found) next.set(debtorId, await lookAtDebtor(tx, { ...review, debtorId }, found));
      looked.set(debtorId, found !== undefined);
    }
    await setNextReviews(tx, workspace.id, next);
    return looked;
  });
}
