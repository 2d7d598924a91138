import type { DebtorFact, DebtorKind } from '../core/facts.ts';
import type { Queries } from './client.ts';
import type { WorkspaceContext } from './workspaceContext.ts';
import { zonesOfDebtor } from './zonesOfDebtor.ts';

/** A debtor's own facts with the workspace's place filled in. Throws when it does not exist: the caller has locked it. */
export async function debtorFact(
  tx: Queries,
  workspace: WorkspaceContext,
  debtorId: string,
): Promise<DebtorFact> {
  const row = await tx.prisma.debtor.findFirstOrThrow({ where: { id: debtorId, workspaceId: workspace.id } });
  return {
    id: row.id,
    kind: row.kind as DebtorKind,
    country: row.country ?? workspace.country,
    region: row.region ?? (row.country === null ? workspace.region : undefined),
    ...zonesOfDebtor(row, workspace),
    ownerId: row.ownerId ?? undefined,
    deputyId: row.deputyId ?? undefined,
  };
}
