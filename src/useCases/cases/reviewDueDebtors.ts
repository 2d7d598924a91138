import type { Db } from '../../db/client.ts';
import { setNextReview } from '../../db/debtors.ts';
import { dueDebtors } from '../../db/dueDebtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Log } from '../../log.ts';
import { refreshStaleLists, type StaleLists } from '../prompts/refreshMorningList.ts';
import { reviewTogether } from './reviewTogether.ts';

/** How many are read in one go. */
const BATCH = 200;
/** How many are looked at in one transaction. */
const TOGETHER = 10;
const AN_HOUR_MS = 3_600_000;

interface DueReviews {
  readonly workspace: WorkspaceContext;
  readonly now: Date;
  readonly log: Log;
}

/**
 * Reviews every debtor whose time has come, the most worthwhile first, so that a member's daily capacity goes to them: some at a time in
 * one transaction, and these one after the other. Cost follows what is due, not the size of the book. One debtor that fails is logged, put
 * off for an hour, and holds up nobody; one that somebody is working on stays due for the next time. Returns how many were looked at.
 */
export async function reviewDueDebtors(db: Db, due: DueReviews): Promise<number> {
  const { workspace, now } = due;
  let reviewed = 0;
  /** left as they are: not asked for again this time */
  const left: string[] = [];
  const stale: StaleLists = new Set();
  for (;;) {
    const ids = await dueDebtors(db, { workspaceId: workspace.id, now, except: left, limit: BATCH });
    if (ids.length === 0) break;
    for (let waiting = ids; waiting.length > 0; ) {
      const looked = await review(db, { ...due, stale }, waiting.slice(0, TOGETHER));
      for (const [debtorId, isLooked] of looked) {
        if (isLooked) reviewed += 1;
        else left.push(debtorId);
      }
      waiting = waiting.filter((id) => !looked.has(id));
    }
    if (ids.length < BATCH) break;
  }
  await refreshStaleLists(db, { workspace, stale, now });
  return reviewed;
}

/** As `reviewTogether`, but for failures: where several fail each is looked at alone, and one that fails alone is put off. */
async function review(
  db: Db,
  due: DueReviews & { readonly stale: StaleLists },
  debtorIds: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const { workspace, now, log } = due;
  try {
    return await reviewTogether(db, { workspace, debtorIds, stale: due.stale, now });
  } catch (err) {
    const [debtorId] = debtorIds;
    if (debtorIds.length === 1 && debtorId !== undefined) {
      log.error({ err, debtorId }, 'a debtor could not be reviewed');
      await setNextReview(db, workspace.id, debtorId, new Date(now.getTime() + AN_HOUR_MS));
      return new Map([[debtorId, false]]);
    }
    const alone = new Map<string, boolean>();
    for (const id of debtorIds)
      for (const [one, isLooked] of await review(db, due, [id])) alone.set(one, isLooked);
    return alone;
  }
}
