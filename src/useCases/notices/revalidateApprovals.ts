import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { recountApprovers } from './recountApprovers.ts';
import { revalidateApproval } from './revalidateApproval.ts';

/**
 * Holds a debtor's requests that are open or approved against the facts as they stand now: what was paid meanwhile is not
 * sent, what changed is asked anew, and a limit that changed holds. The caller holds the debtor's lock.
 */
export async function revalidateApprovals(
  tx: Tx,
  options: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<void> {
  const { workspace, debtorId, now } = options;
  const approvals = await tx.prisma.approval.findMany({
    where: { workspaceId: workspace.id, debtorId, state: { in: ['open', 'approved'] } },
    orderBy: { id: 'asc' },
  });
  for (const approval of approvals) {
    const { verdict } = await revalidateApproval(tx, { workspace, approval, now });
    if (verdict === 'send' || verdict === 'wait') await recountApprovers(tx, { workspace, approval, now });
  }
}
