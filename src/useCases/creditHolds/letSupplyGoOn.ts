import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

/**
 * A member answers a prompt about a credit hold with no: supply goes on, and it is not proposed again for what carried it. Throws
 * DulyError `prompt_not_found`, `prompt_closed`.
 */
export async function letSupplyGoOn(
  tx: Tx,
  answer: {
    readonly workspace: WorkspaceContext;
    readonly member: Member;
    readonly promptId: string;
    readonly kind: 'credit_hold' | 'set_credit_hold';
    /** how the prompt ends, as a sentence */
    readonly outcome: string;
    /** how the record calls it, and what was answered */
    readonly action: string;
    readonly after?: Readonly<Record<string, string>>;
    readonly now: Date;
  },
): Promise<void> {
  const { workspace, member, promptId, kind, outcome, action, after, now } = answer;
  const { stepId, debtorId } = await openPromptFor(tx, workspace, promptId, [kind]);
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId ?? '', workspaceId: workspace.id, state: 'pending' },
    data: { state: 'skipped' },
  });
  await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action,
    subjectKind: 'stage_step',
    subjectId: stepId ?? promptId,
    ...(after && { after }),
  });
  await reviewSoon(tx, workspace.id, debtorId, now);
}
