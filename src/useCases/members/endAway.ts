import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/**
 * Ends an absence: prompts come to that member again from now on; those that went to somebody else stay there. Answers a sentence.
 * Throws DulyError `not_allowed` for somebody else's, unless the member may manage.
 */
export async function endAway(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; who: Member; now: Date },
): Promise<string> {
  const { workspace, member, who, now } = options;
  if (who.id !== member.id) requireMay(member, 'manage');
  await db.transaction(async (tx) => {
    const { count } = await tx.prisma.member.updateMany({
      where: { id: who.id, workspaceId: workspace.id, awayUntil: { not: null } },
      data: { awayFrom: null, awayUntil: null },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'member_back',
      subjectKind: 'member',
      subjectId: who.id,
    });
  });
  const subject = who.id === member.id ? 'You are' : `${who.name} is`;
  return `${subject} back: new prompts come again. What went to others meanwhile stays with them.`;
}
