import { isAnswer, isConversation } from './activityKinds.ts';
import type { ClockStops } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DecisionInput, StepToTake } from './decision.ts';
import { dayOfEffective } from './effectiveDays.ts';
import { type FinanceQuestion, financeQuestions } from './financeQuestions.ts';
import type { Finding } from './finding.ts';
import { gateOpensOn } from './gates.ts';
import { taskHoldbacks } from './holdbacks.ts';
import { latest, NEVER } from './never.ts';
import { openDayFor } from './openDayFor.ts';
import type { Task } from './policy.ts';
import { stageName } from './stageName.ts';
import { doneSteps, isAbout, type Standing } from './standing.ts';
import { stepToTake } from './stepToTake.ts';
import { taskCandidate } from './taskCandidate.ts';

/** What is to be opened beside the ladder. */
export interface TasksBeside {
  readonly open: readonly StepToTake[];
  /** what a task waits for that only finance can say */
  readonly waitsForFinance: readonly FinanceQuestion[];
  /** the first day on which it could be something else without new facts */
  readonly nextOn: Day;
  readonly findings: readonly Finding[];
}

/**
 * The tasks beside the ladder whose day has come for the carrying invoice: each is opened once for it, and not while one of its
 * kind is open for another invoice. They end no repeat, take no step, and may share a day with a rung and with each other.
 * @param lost ids of steps that are being withdrawn
 */
export function tasksBeside(
  standing: Standing,
  stops: ClockStops,
  lost: readonly string[],
  input: DecisionInput,
): TasksBeside {
  const findings: Finding[] = [];
  const open: StepToTake[] = [];
  let nextOn = NEVER;
  const waitsForFinance: FinanceQuestion[] = [];
  for (const task of input.policy.tasks) {
    if (!task.enabled || task.onArrival || isOpened(task, standing, lost, input)) continue;
    const comesOn = latest(dayOf(task, standing, stops, input), gateOf(task, standing, input));
    if (comesOn > input.today) {
      nextOn = Math.min(nextOn, openDayFor(task.kind === 'contact', comesOn, input)) as Day;
      continue;
    }
    const silent = noAnswer(task, standing, input);
    if (silent) findings.push(silent);
    if (silent?.outcome === 'note') continue;
    const candidate = taskCandidate(task, input);
    const held = taskHoldbacks(candidate, standing, input);
    findings.push(dayCome(task, standing), ...held);
    const until = latest(input.today, ...held.map(({ opensOn }) => opensOn));
    if (until === input.today) open.push({ ...stepToTake(candidate, standing, input), skipped: [] });
    waitsForFinance.push(...financeQuestions(task, input));
    const again = until === input.today ? addDays(input.today, 1) : until;
    nextOn = Math.min(nextOn, openDayFor(task.kind === 'contact', again, input)) as Day;
  }
  return { open, waitsForFinance, nextOn, findings };
}

function isOpened(
  { key }: Task,
  { carrying }: Standing,
  lost: readonly string[],
  { facts, today }: DecisionInput,
): boolean {
  // supply is stopped for the whole account, whichever invoice carries it
  if (key === 'credit_hold' && facts.creditHold && facts.creditHold.setOn <= today) return true;
  return facts.steps.some(
    (step) =>
      step.stage === key &&
      step.state !== 'cancelled' &&
      step.takenOn <= today &&
      !lost.includes(step.id) &&
      (step.state === 'pending' || isAbout(step, carrying.invoice.id)),
  );
}

function dayOf(task: Task, { carrying }: Standing, stops: ClockStops, { today }: DecisionInput): Day {
  const { invoice, effectiveDays } = carrying;
  if (task.day <= effectiveDays) return today;
  return dayOfEffective(invoice.dueOn, task.day, stops.of(invoice.id));
}

function gateOf({ gate }: Task, { mine }: Standing, input: DecisionInput): Day {
  return gate ? gateOpensOn(gate, doneSteps(mine, input), input.calendar) : input.today;
}

/** Whether the steps that a task waits for went out and nobody answered (pass), or not; undefined for a task that does not ask. */
function noAnswer({ key, unanswered }: Task, { mine }: Standing, input: DecisionInput): Finding | undefined {
  if (!unanswered) return undefined;
  const { stage, times } = unanswered;
  const done = doneSteps(mine, input).filter((step) => step.stage === stage);
  const rule = 'unanswered';
  if (done.length < times) {
    const say = () => `${stageName(key)} waits until ${times} of “${stageName(stage)}” had no answer`;
    return { rule, outcome: 'note', say };
  }
  const since = Math.min(...done.map(({ doneOn }) => doneOn));
  const answer = input.facts.activities.find(
    (activity) =>
      activity.on >= since && activity.on <= input.today && (isAnswer(activity) || isConversation(activity)),
  );
  return answer
    ? {
        rule,
        outcome: 'note',
        say: () =>
          `${stageName(key)} is not needed: the customer answered on ${shortDay(answer.on, 'en-GB')}`,
      }
    : {
        rule,
        outcome: 'pass',
        say: () => `${stageName(stage)} was sent ${done.length} times and not answered`,
      };
}

function dayCome({ key, day }: Task, { carrying: { invoice, effectiveDays } }: Standing): Finding {
  const say = () =>
    `${stageName(key)}, beside the ladder: its day ${day} has come, invoice ${invoice.number} stands at ${effectiveDays}`;
  return { rule: 'task_day', outcome: 'pass', say };
}
