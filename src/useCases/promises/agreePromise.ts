import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

/**
 * A manager agrees to a promise that needs it: from now on it stops the clock of its invoices, from the day it was made.
 * Returns a sentence. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function agreePromise(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<string> {
  const { workspace, member, promptId, now } = options;
  requireMay(member, 'agree_promise');
  return db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId, ['agree']);
    const { promiseId = '' } = prompt.details as { promiseId?: string };
    const { count } = await tx.prisma.promise.updateMany({
      where: { id: promiseId, workspaceId: workspace.id, state: 'open', agreed: false },
      data: { agreed: true },
    });
    if (count === 0) {
      const outcome = 'The promise is not open any more.';
      await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
      return outcome;
    }
    const outcome = `${member.name} agreed to the promise.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'promise_agreed',
      subjectKind: 'promise',
      subjectId: promiseId,
    });
    await reviewSoon(tx, workspace.id, prompt.debtorId, now);
    return 'Agreed. The promise stops the clock of the invoices that it pays.';
  });
}
