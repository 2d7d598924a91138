import { dateOfDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from './closePrompt.ts';
import { openPromptFor } from './openPromptFor.ts';
import { answerAct, doneByWord } from './promptKinds.ts';

/**
 * A member says that a task is done: its step is, from today on. Of finance a task of the team's own alone. Throws DulyError `not_allowed`,
 * `prompt_not_found`, `prompt_closed`.
 */
export async function finishTask(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<void> {
  const { workspace, member, promptId, now } = options;
  requireMay(member, 'finish_task');
  await db.transaction(async (tx) => {
    const { kind, stepId, debtorId } = await openPromptFor(tx, workspace, promptId, doneByWord);
    requireMay(member, answerAct(kind));
    await tx.prisma.stageStep.updateMany({
      where: { id: stepId ?? '', workspaceId: workspace.id, state: 'pending' },
      data: { state: 'done', doneOn: dateOfDay(todayOf(workspace, now)) },
    });
    const outcome = `${member.name} says that it is done.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'task_done',
      subjectKind: 'stage_step',
      subjectId: stepId ?? promptId,
    });
    await reviewSoon(tx, workspace.id, debtorId, now);
  });
}
