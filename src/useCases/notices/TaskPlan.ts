import { type CreditHoldPlan, creditHoldText } from '../creditHolds/CreditHoldPlan.ts';
import { type HandOffPlan, handOffText, handOffTo } from '../handOffs/HandOffPlan.ts';

/** What was weighed for a task that has to be approved. */
export type TaskPlan = { readonly handOff: HandOffPlan } | { readonly creditHold: CreditHoldPlan };

/** The stage that a plan is for. */
export function taskStage(plan: TaskPlan): 'hand_off' | 'credit_hold' {
  return 'handOff' in plan ? 'hand_off' : 'credit_hold';
}

/** What approvers are asked for, in a few words. */
export function taskSubject(plan: TaskPlan): string {
  return 'handOff' in plan ? `Hand-off ${handOffTo(plan.handOff)}` : 'Credit hold';
}

/** What was weighed, as approvers read it, line by line. */
export function taskText(plan: TaskPlan): string {
  return 'handOff' in plan ? handOffText(plan.handOff) : creditHoldText(plan.creditHold);
}
