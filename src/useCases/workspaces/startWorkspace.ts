import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

export interface Started {
  /** false: somebody had started it before, and nothing was changed */
  readonly now: boolean;
  /** debtors that the policy looks at from now on */
  readonly debtors: number;
}

/**
 * Lets Duly work: from now on every debtor is reviewed, prompts are asked and digests are posted. Done once; who and when is
 * on record. Throws DulyError `not_allowed` unless the member may manage.
 */
export async function startWorkspace(
  db: Db,
  { workspace, member, now }: { workspace: WorkspaceContext; member: Member; now: Date },
): Promise<Started> {
  requireMay(member, 'manage');
  return db.transaction(async (tx) => {
    const { count } = await tx.prisma.workspace.updateMany({
      where: { id: workspace.id, startedAt: null },
      data: { startedAt: now, startedBy: member.id },
    });
    if (count === 0) return { now: false, debtors: 0 };
    const { count: debtors } = await tx.prisma.debtor.updateMany({
      where: { workspaceId: workspace.id },
      data: { nextReviewAt: now },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'workspace_started',
      subjectKind: 'workspace',
      subjectId: workspace.id,
      after: { debtors },
    });
    return { now: true, debtors };
  });
}
