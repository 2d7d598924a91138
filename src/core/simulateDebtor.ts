import { addDays, type Day } from './day.ts';
import { decide } from './decide.ts';
import type { DecisionInput } from './decision.ts';
import type { DebtorFacts } from './facts.ts';
import { NEVER } from './never.ts';
import type { Rung, StepMode } from './policy.ts';
import { type FollowedUp, SimulatedFuture } from './SimulatedFuture.ts';
import { stageStoodAt } from './stageStoodAt.ts';

export interface SimulationRules
  extends Pick<DecisionInput, 'policy' | 'settings' | 'calendar' | 'debtorCalendar'> {
  /** the first simulated day */
  readonly from: Day;
  /** the last one */
  readonly to: Day;
}

/** Something that a member would be asked to do. */
export interface SimulatedTask {
  readonly on: Day;
  /** a stage of the policy, or `broken_promise` */
  readonly stage: string;
  readonly mode: StepMode;
  /** done for a step that was taken before: a further attempt, or what was waiting when the simulation began */
  readonly goesOn: boolean;
  readonly asks: Rung['asks'];
  readonly needsApproval: boolean;
}

export interface SimulatedDebtor {
  readonly tasks: readonly SimulatedTask[];
  /** the stage that it would stand at in the end: the last one taken for what carries the case; absent before the first */
  readonly stage: string | undefined;
}

/**
 * What a policy would do about a debtor day by day if every step were done as it comes, promises were broken, and no money arrived;
 * payments are taken as fresh. Only days on which something can change are decided, so cost follows what happens.
 */
export function simulateDebtor(known: DebtorFacts, rules: SimulationRules): SimulatedDebtor {
  const { policy, settings, calendar, debtorCalendar, from, to } = rules;
  const future = new SimulatedFuture(known, rules, from);
  const tasks: SimulatedTask[] = [];
  let carrying: string | undefined;
  for (let today = from; today <= to; ) {
    const { followedUp, broken } = future.settle(today);
    for (const done of followedUp) tasks.push(goingOn(done, today));
    for (let count = 0; count < broken; count++) tasks.push(brokenPromise(today));
    const decision = decide({
      facts: future.facts,
      policy,
      settings,
      today,
      calendar,
      debtorCalendar,
      paymentsFreshUntil: today,
    });
    carrying = decision.carrying?.invoiceId;
    if (decision.withdraw.length > 0) future.withdraw(decision.withdraw);
    const taken = decision.take ? [decision.take, ...decision.tasks] : decision.tasks;
    for (const take of taken) {
      const { stage, mode, asks, needsApproval } = take;
      future.take(take, today);
      tasks.push({ on: today, stage, mode, goesOn: false, asks, needsApproval });
    }
    const tomorrow = addDays(today, 1);
    const next = taken.length > 0 ? tomorrow : Math.min(decision.nextReviewOn ?? NEVER, future.nextOn());
    today = Math.max(tomorrow, next) as Day;
  }
  return { tasks, stage: stageStoodAt(future.facts, policy, carrying) };
}

function goingOn({ stage, by }: FollowedUp, on: Day): SimulatedTask {
  const mode = by === 'email' ? 'written' : by;
  return { on, stage, mode, goesOn: true, asks: 'owner', needsApproval: false };
}

function brokenPromise(on: Day): SimulatedTask {
  return { on, stage: 'broken_promise', mode: 'call', goesOn: false, asks: 'owner', needsApproval: false };
}
