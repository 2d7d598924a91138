import { dayOfDate } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { endApproval } from './endApproval.ts';
import { revalidateApproval } from './revalidateApproval.ts';

/** An approved notice was stopped at the moment of sending: its request is expired, ended, rewritten, or goes back to the owner. */
export async function stopApproval(
  tx: Tx,
  options: { workspace: WorkspaceContext; approval: Approval; why: string; now: Date },
): Promise<void> {
  const { workspace, approval, why, now } = options;
  if (todayOf(workspace, now) > dayOfDate(approval.usableUntil)) {
    await endApproval(tx, { workspace, approval, end: 'expired', outcome: EXPIRED, now });
    return;
  }
  const { verdict } = await revalidateApproval(tx, { workspace, approval, now });
  if (verdict === 'gone' || verdict === 'changed') return;
  await endApproval(tx, { workspace, approval, end: 'void', outcome: `Not sent: ${why}.`, now });
}

/** What is said of a request whose last usable day has passed. */
export const EXPIRED = 'It expired: it was not sent in the days in which its approval could be used.';
