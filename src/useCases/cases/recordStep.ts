import { dateOfDay } from '../../core/day.ts';
import type { StepToTake } from '../../core/decision.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
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
  const { stage, carryingInvoiceId, occurrence, stageDay } = step;
  const { reasons } = decision;
  const { count } = await tx.prisma.stageStep.createMany({
    data: [
      {
        id: stepId,
        workspaceId: workspace.id,
        caseId,
        debtorId,
        stage,
        carryingInvoiceId,
        occurrence,
        stageDay,
        takenOn: dateOfDay(todayOf(workspace, now)),
        takenAt: now,
        reasons: reasons.map((reason) => ({ ...reason })),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return undefined;
  await tx.prisma.stageStepInvoice.createMany({
    data: step.listedInvoiceIds.map((invoiceId) => ({
      stepId,
      invoiceId,
      workspaceId: workspace.id,
      outstanding: facts.invoices.find((invoice) => invoice.id === invoiceId)?.outstanding ?? 0n,
    })),
  });
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
