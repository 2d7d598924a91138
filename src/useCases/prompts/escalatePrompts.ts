import { z } from 'zod';
import { nextOpenDay } from '../../core/calendar.ts';
import { nextPerson } from '../../core/rightPerson.ts';
import { instantAt } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { answerTime } from './openPrompt.ts';
import { passPrompt } from './passPrompt.ts';
import { updatePromptMessage } from './postPrompt.ts';

/** Nobody is left to ask: the prompt stays open and is shown as stuck. */
export const STUCK = 3;

/**
 * Prompts that were not answered in their time limit go to the deputy, then to a manager, once each and never beyond a
 * member's daily capacity; after that they are stuck. Nothing moves on a closed day.
 */
export async function escalatePrompts(
  db: Db,
  options: { workspace: WorkspaceContext; now: Date },
): Promise<void> {
  const { workspace, now } = options;
  const today = todayOf(workspace, now);
  if (!workspace.calendar.isOpen(today)) {
    const morning = instantAt(
      nextOpenDay(workspace.calendar, today),
      workspace.settings.promptsAt,
      workspace.zone,
    );
    await db.prisma.prompt.updateMany({
      where: { workspaceId: workspace.id, state: 'open', answerBy: { lte: now }, escalation: { lt: STUCK } },
      data: { answerBy: morning },
    });
    return;
  }
  const late = await db.sql(lateRow, lateSql, [workspace.id, now, STUCK]);
  for (const { id, debtor_id: debtorId } of late)
    await escalatePrompt(db, { workspace, promptId: id, debtorId, now });
}

const lateRow = z.object({ id: z.string(), debtor_id: z.string() });

/** $1 workspace, $2 now, $3 the escalation at which nobody is left to ask */
const lateSql = `
SELECT id, debtor_id FROM prompt
WHERE workspace_id = $1 AND state = 'open' AND answer_by <= $2::timestamptz AND escalation < $3
ORDER BY answer_by, id LIMIT 500`;

async function escalatePrompt(
  db: Db,
  options: { workspace: WorkspaceContext; promptId: string; debtorId: string; now: Date },
): Promise<void> {
  const { workspace, promptId, debtorId, now } = options;
  await db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const prompt = await tx.prisma.prompt.findFirst({
      where: { id: promptId, workspaceId: workspace.id, state: 'open', answerBy: { lte: now } },
    });
    if (!prompt) return;
    const members = await loadMemberFacts(tx, workspace, now);
    const debtor = await debtorFact(tx, workspace, debtorId);
    const next = nextPerson({ debtor, members }, askedBefore(prompt));
    if (!next.memberId) {
      await tx.prisma.prompt.update({ where: { id: promptId }, data: { escalation: STUCK } });
      await updatePromptMessage(tx, { workspace, promptId, now });
      return;
    }
    if (next.notReached) {
      // no room today: asked again on the next business day
      await tx.prisma.prompt.update({
        where: { id: promptId },
        data: { answerBy: answerTime(workspace, now) },
      });
      return;
    }
    await passPrompt(tx, {
      workspace,
      promptId,
      fromMemberId: prompt.memberId,
      toMemberId: next.memberId,
      escalation: next.why === 'deputy' ? 1 : 2,
      now,
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'prompt_escalated',
      subjectKind: 'prompt',
      subjectId: promptId,
      before: { memberId: prompt.memberId },
      after: { memberId: next.memberId },
      why: 'not answered in its time limit',
    });
  });
}

/** The members who had this prompt, in order. */
function askedBefore(prompt: { memberId: string; details: unknown }): string[] {
  const { askedBefore = [] } = prompt.details as { askedBefore?: string[] };
  return [...askedBefore, prompt.memberId];
}
