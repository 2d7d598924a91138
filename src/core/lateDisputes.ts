import { disputeIsOpen } from './clockStops.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, DisputeFact, StepFact } from './facts.ts';
import { type Policy, rungIndex } from './policy.ts';

/** The open disputes that were raised after a notice that needs approval had gone out about their invoice, and on which no manager has decided. */
export function lateDisputes({ disputes, steps }: DebtorFacts, policy: Policy, today: Day): DisputeFact[] {
  return disputes.filter(
    (dispute) =>
      dispute.managerDecidedOn === undefined &&
      disputeIsOpen(dispute, today) &&
      steps.some((step) => isApprovedAndSent(step, dispute.invoiceId, dispute.raisedOn, policy)),
  );
}

function isApprovedAndSent(step: StepFact, invoiceId: string, by: Day, policy: Policy): boolean {
  if (step.state !== 'done' || (step.doneOn ?? step.takenOn) > by || !step.invoiceIds.includes(invoiceId))
    return false;
  return (policy.rungs[rungIndex(policy, step.stage)]?.approvedBy.length ?? 0) > 0;
}
