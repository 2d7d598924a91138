import type { Db } from '../../db/client.ts';
import { expiredApprovals, usableApprovals } from '../../db/dueApprovals.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Log } from '../../log.ts';
import { applyStanding } from './applyStanding.ts';
import { claimApproval } from './claimApproval.ts';
import type { ReactionReader } from './ReactionReader.ts';
import { reconcileReactions } from './reconcileReactions.ts';
import { useApproval } from './useApproval.ts';

/**
 * Does what has fallen due with requests for approval: reactions are compared with the record (of all where `compare` says so,
 * and before anything goes out), what is approved and past its grace window is queued, what is past its last day expires.
 * Running it again changes nothing. What fails is logged and holds up nothing else; what could not be compared with Slack
 * is not sent yet.
 */
export async function sweepApprovals(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    now: Date;
    compare: boolean;
    /** one is open or approved; without any none can expire or go out */
    anyLive: boolean;
    read: ReactionReader;
    log: Pick<Log, 'error'>;
  },
): Promise<void> {
  const { workspace, now, compare, anyLive, read, log } = options;
  const attempt = async (work: () => Promise<unknown>) => {
    await work().catch((error: unknown) =>
      log.error(
        { err: error, workspaceId: workspace.id },
        'requests for approval could not all be looked at',
      ),
    );
  };
  if (compare) await attempt(() => reconcileReactions(db, { workspace, read, now }));
  if (!anyLive) return;
  const today = todayOf(workspace, now);
  for (const approvalId of await expiredApprovals(db, { workspaceId: workspace.id, today })) {
    await attempt(() =>
      db.transaction(async (tx) => {
        const { live } = await claimApproval(tx, { workspace, approvalId });
        if (live) await applyStanding(tx, { workspace, approvalId, now });
      }),
    );
  }
  for (const approvalId of await usableApprovals(db, { workspaceId: workspace.id, now })) {
    await attempt(async () => {
      await reconcileReactions(db, { workspace, read, approvalIds: [approvalId], now });
      await useApproval(db, { workspace, approvalId, now });
    });
  }
}
