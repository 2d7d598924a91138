import type { StepToTake } from '../../core/decision.ts';
import type { DebtorKind } from '../../core/facts.ts';

/** Whether a manager has to agree before anybody sets out: the policy says so, or the customer is no company. */
export function needsAgreement(task: Pick<StepToTake, 'stage' | 'needsApproval'>, kind: DebtorKind): boolean {
  return task.stage === 'direct_contact' && (task.needsApproval || kind !== 'business');
}
