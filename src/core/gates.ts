import { addBusinessDays, type Calendar, nextOpenDay } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import { latest, NEVER } from './never.ts';
import type { Gate } from './policy.ts';

/** A step of a stage that is done for an invoice. */
export interface DoneStep {
  readonly stage: string;
  readonly doneOn: Day;
  readonly deadlineOn?: Day | undefined;
}

/** When a gate opens, and what keeps it shut until then: a rung that it needs, the days since that, or a date that we put in writing. */
export interface GateOpening {
  /** NEVER while a needed rung is not done */
  readonly on: Day;
  readonly why: 'gate' | 'gap' | 'deadline';
}

/**
 * When a rung's gate is open for an invoice: the rungs that it needs are done for it, so many business days have gone by since the last of
 * them was first done, and, where the gate says so, the deadline that they put in writing has passed.
 * @param done the steps done for that invoice
 */
export function gateOpening(gate: Gate, done: readonly DoneStep[], calendar: Calendar): GateOpening {
  let [gapUntil, deadlineUntil] = [-Infinity as Day, -Infinity as Day];
  for (const stage of gate.needs) {
    let first = NEVER;
    let deadline = -Infinity as Day;
    for (const step of done) {
      if (step.stage !== stage) continue;
      if (step.doneOn < first) first = step.doneOn;
      if (gate.deadlinePassed) deadline = latest(deadline, step.deadlineOn ?? step.doneOn);
    }
    if (first === NEVER) return { on: NEVER, why: 'gate' };
    gapUntil = latest(gapUntil, addBusinessDays(calendar, first, gate.businessDays));
    if (gate.deadlinePassed) deadlineUntil = latest(deadlineUntil, dayAfterDeadline(deadline, calendar));
  }
  return { on: latest(gapUntil, deadlineUntil), why: deadlineUntil > gapUntil ? 'deadline' : 'gap' };
}

/** The first day on which a gate is open: see `gateOpening`. */
export function gateOpensOn(gate: Gate, done: readonly DoneStep[], calendar: Calendar): Day {
  return gateOpening(gate, done, calendar).on;
}

/** The first day on which a deadline has passed: the day after it, or after the next open day when it falls on a closed one. */
export function dayAfterDeadline(deadlineOn: Day, calendar: Calendar): Day {
  return addDays(nextOpenDay(calendar, deadlineOn), 1);
}
