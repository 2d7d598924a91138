import type { DebtorFacts, StepFact } from '../../core/facts.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { StaleLists } from '../prompts/refreshMorningList.ts';

/**
 * Takes back a step of which nothing went out, so that its rung can be taken again, and ends what is asked about it; `why` is a sentence. A step that
 * is over already stays as it is. The caller holds the debtor's lock.
 */
export async function withdrawStep(
  tx: Tx,
  withdrawal: {
    readonly workspace: WorkspaceContext;
    readonly facts: Pick<DebtorFacts, 'prompts'>;
    readonly step: StepFact;
    readonly why: string;
    readonly stale?: StaleLists | undefined;
    readonly now: Date;
  },
): Promise<void> {
  const { workspace, facts, step, why, stale, now } = withdrawal;
  const { id: stepId, stage, carryingInvoiceId } = step;
  const { count } = await tx.prisma.stageStep.updateMany({
    where: { id: stepId, workspaceId: workspace.id, state: { in: ['pending', 'failed'] } },
    data: { state: 'cancelled' },
  });
  if (count === 0) return;
  for (const { id: promptId, kind } of facts.prompts.filter((prompt) => prompt.stepId === stepId)) {
    const outcome =
      kind === 'set_credit_hold' ? `${why} If it was set already, release it in the order system.` : why;
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, stale, now });
  }
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'step_withdrawn',
    subjectKind: 'stage_step',
    subjectId: stepId,
    before: { stage, carryingInvoiceId },
    why,
  });
}
