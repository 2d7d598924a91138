import type { Db } from '../../db/client.ts';
import { setNextReview } from '../../db/debtors.ts';
import { dueDebtors } from '../../db/dueDebtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Log } from '../../log.ts';
import { refreshStaleLists, type StaleLists } from '../prompts/refreshMorningList.ts';
import { sideBySide } from '../sideBySide.ts';
import { reviewDebtor } from './reviewDebtor.ts';

/** How many are read in one go. */
const BATCH = 200;
const AN_HOUR_MS = 3_600_000;

/**
 * Reviews every debtor whose time has come, the most worthwhile first, so that a member's daily capacity goes to them. Cost
 * follows what is due, not the size of the book. One debtor that fails is logged, put off for an hour, and holds up nobody;
 * one that somebody is working on stays due for the next time. Returns how many were looked at.
 */
export async function reviewDueDebtors(
  db: Db,
  options: { workspace: WorkspaceContext; now: Date; log: Log },
): Promise<number> {
  const { workspace, now, log } = options;
  let reviewed = 0;
  /** left as they are: not asked for again this time */
  const left: string[] = [];
  const stale: StaleLists = new Set();
  for (;;) {
    const due = await dueDebtors(db, { workspaceId: workspace.id, now, except: left, limit: BATCH });
    if (due.length === 0) break;
    await sideBySide(due, async (debtorId) => {
      const looked = await reviewDebtor(db, { workspace, debtorId, stale, now }).catch(
        async (error: unknown) => {
          log.error({ err: error, debtorId }, 'a debtor could not be reviewed');
          await setNextReview(db, workspace.id, debtorId, new Date(now.getTime() + AN_HOUR_MS));
          return false;
        },
      );
      if (looked) reviewed += 1;
      else left.push(debtorId);
    });
    if (due.length < BATCH) break;
  }
  await refreshStaleLists(db, { workspace, stale, now });
  return reviewed;
}
