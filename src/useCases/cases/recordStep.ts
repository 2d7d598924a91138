import type { StepToTake } from '../../core/decision.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { insertStep } from '../../db/stageSteps.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { StepTaking } from './takeStep.ts';

/**
 * Records a step of the ladder, or a task beside it, with the invoices that it lists and the reasons of its decision. Its key in
 * the database makes a second one impossible: undefined then.
 */
export async function recordStep(
  tx: Tx,
  { workspace, debtorId, decision, caseId, facts, step, now }: StepTaking & { readonly step: StepToTake },
): Promise<string | undefined> {
  const stepId = newId();
  const { stage, carryingInvoiceId, occurrence } = step;
  const { reasons } = decision;
  const isNew = await insertStep(tx, {
    ...{ id: stepId, workspaceId: workspace.id, caseId, debtorId, taken: step, reasons, now },
    on: todayOf(workspace, now),
    listed: step.listedInvoiceIds.map((id) => ({
      id,
      outstanding: facts.invoices.find((invoice) => invoice.id === id)?.outstanding ?? 0n,
    })),
  });
  if (!isNew) return undefined;
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'step_taken',
    subjectKind: 'stage_step',
    subjectId: stepId,
    after: { stage, occurrence, carryingInvoiceId, skipped: [...step.skipped] },
    why: reasons.map((reason) => reason.sentence).join(' '),
  });
  return stepId;
}
