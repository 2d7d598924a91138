import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { claimApproval } from './claimApproval.ts';
import { endApproval } from './endApproval.ts';

/**
 * Slack shows the message of a request no more: whoever wanted to stop what was approved could not, or did so by deleting it.
 * Nothing is sent, and it goes back to the owner. A request that is open stays as it is: nothing goes out by itself.
 */
export async function giveBackUnseen(
  db: Db,
  options: { workspace: WorkspaceContext; approvalId: string; now: Date },
): Promise<void> {
  const { workspace, now } = options;
  await db.transaction(async (tx) => {
    const { approval, live } = await claimApproval(tx, options);
    if (!live || approval.state === 'open') return;
    await endApproval(tx, { workspace, approval, end: 'void', outcome: UNSEEN, now });
  });
}

const UNSEEN =
  'Its request cannot be read on Slack any more, so that nobody could stop it there: nothing is sent.';
