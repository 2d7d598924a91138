import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Letters that wait for approval, or to be sent, may state other interest now: their debtors are looked at again at once. */
export async function reviewRequested(
  tx: Tx,
  { workspace, now }: { readonly workspace: WorkspaceContext; readonly now: Date },
): Promise<void> {
  const waiting = await tx.prisma.approval.findMany({
    where: { workspaceId: workspace.id, state: { in: ['open', 'approved'] } },
    select: { debtorId: true },
  });
  for (const debtorId of new Set(waiting.map((approval) => approval.debtorId)))
    await reviewSoon(tx, workspace.id, debtorId, now);
}
