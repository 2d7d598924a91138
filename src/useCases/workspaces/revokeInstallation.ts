import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { WHOLE_WORKSPACE, writeStop } from '../../delivery/stops.ts';

/**
 * Duly was removed from the workspace, or its token taken back: the installation is marked and nothing is delivered any
 * more. The ledger and the record stay. Both of Slack's events may come, in any order and twice.
 */
export async function revokeInstallation(
  db: Db,
  {
    workspace,
    why,
    now,
  }: { workspace: WorkspaceContext; why: 'app_uninstalled' | 'tokens_revoked'; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.prisma.installation.updateMany({
      where: { workspaceId: workspace.id, revokedAt: null },
      data: { revokedAt: now },
    });
    const lane = { workspaceId: workspace.id, lane: WHOLE_WORKSPACE };
    if (!(await writeStop(tx, lane, why, now))) return;
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'installation_revoked',
      subjectKind: 'workspace',
      subjectId: workspace.id,
      why,
    });
  });
}
