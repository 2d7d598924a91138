import { dateOfDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

/**
 * A manager decides that an account goes on beside a dispute that was raised after the final notice: what is contested rests, the rest
 * goes on. Returns a sentence. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function decideDispute(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<string> {
  const { workspace, member, promptId, now } = options;
  requireMay(member, 'agree');
  return db.transaction(async (tx) => {
    const { debtorId, details } = await openPromptFor(tx, workspace, promptId, ['decide_dispute']);
    const { disputeId = '' } = details as { disputeId?: string };
    const { count } = await tx.prisma.dispute.updateMany({
      where: { id: disputeId, workspaceId: workspace.id, endedOn: null, decidedOn: null },
      data: { decidedOn: dateOfDay(todayOf(workspace, now)) },
    });
    const outcome = `${member.name} decided to go on with what is not in dispute.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'dispute_decided',
      subjectKind: 'dispute',
      subjectId: disputeId,
      ...(count > 0 && { before: { decidedOn: null } }),
      after: { debtorId },
    });
    await reviewSoon(tx, workspace.id, debtorId, now);
    return 'Decided: what is in dispute rests, the rest goes on.';
  });
}
