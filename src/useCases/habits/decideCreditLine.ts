import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

/**
 * A manager has reviewed the credit line of a habitual late payer: the decision is kept with the habit and shown on the account. Duly holds no
 * credit lines: who reduces one does it where it is kept. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function decideCreditLine(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    promptId: string;
    decision: 'reduced' | 'kept';
    now: Date;
  },
): Promise<string> {
  const { workspace, member, promptId, decision, now } = options;
  requireMay(member, 'agree');
  return db.transaction(async (tx) => {
    const { debtorId, details } = await openPromptFor(tx, workspace, promptId, ['credit_line']);
    const { habitId = '' } = details as { habitId?: string };
    await tx.prisma.lateHabit.updateMany({
      where: { id: habitId, workspaceId: workspace.id },
      data: { creditLine: decision, decidedById: member.id, decidedAt: now },
    });
    const outcome = `${member.name} reviewed the credit line: ${creditLineWords[decision]}.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'credit_line_reviewed',
      subjectKind: 'debtor',
      subjectId: debtorId,
      after: { decision, habitId },
    });
    return decision === 'reduced'
      ? 'Recorded: the credit line is to be reduced. I keep no credit lines: set it where you keep yours.'
      : 'Recorded: the credit line stays as it is.';
  });
}

/** What was decided, as a clause. */
export const creditLineWords = {
  reduced: 'it is reduced',
  kept: 'it stays as it is',
} as const;
