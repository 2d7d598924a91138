import type { Day } from './day.ts';
import type { DecisionInput } from './decision.ts';
import type { StepFact } from './facts.ts';
import { gateOpensOn } from './gates.ts';
import { stageOf } from './policy.ts';
import { doneSteps, isAbout } from './standing.ts';

/**
 * The first day whose visit is the one that a step asks for: the deadline of the final notice has passed by then, which may be some days
 * before the step was taken. Where the policy or the facts name no such deadline, the day on which it was taken.
 */
export function visitsFrom(
  { stage, takenOn, carryingInvoiceId }: Pick<StepFact, 'stage' | 'takenOn' | 'carryingInvoiceId'>,
  input: Pick<DecisionInput, 'facts' | 'policy' | 'calendar'>,
): Day {
  const { facts, policy, calendar } = input;
  const gate = stageOf(policy, stage)?.gate;
  if (!gate) return takenOn;
  const mine = facts.steps.filter((step) => isAbout(step, carryingInvoiceId));
  return Math.min(takenOn, gateOpensOn(gate, doneSteps(mine, input), calendar)) as Day;
}
