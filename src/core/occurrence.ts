import { isReply } from './activityKinds.ts';
import { addBusinessDays, type Calendar } from './calendar.ts';
import type { Stop } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import { dayOfEffective, effectiveDays } from './effectiveDays.ts';
import type { ActivityFact, InvoiceFact, StepFact } from './facts.ts';
import { latest, NEVER } from './never.ts';
import { modeOf, type Rung, type StepMode } from './policy.ts';

/** One time that a rung is taken for an invoice. */
export interface Occurrence {
  /** its day, by the effective clock and by the times before; NEVER when it is not taken again */
  readonly opensOn: Day;
  /** the day of the policy that came, in effective days */
  readonly stageDay: number;
  readonly mode: StepMode;
  readonly isRepeat: boolean;
  /** a reply ended the repeat */
  readonly repliedOn?: Day;
}

export interface OccurrenceInput {
  readonly invoice: InvoiceFact;
  readonly stops: readonly Stop[];
  readonly today: Day;
  readonly calendar: Calendar;
  readonly activities: readonly ActivityFact[];
}

/**
 * The next occurrence of a rung for an invoice. Of days that have come, the last one counts: those before it are skipped
 * for good. A rung without a repeat is taken once; a repeat ends at a reply.
 * @param taken the steps of this rung already taken for the invoice
 */
export function nextOccurrence(rung: Rung, taken: readonly StepFact[], input: OccurrenceInput): Occurrence {
  const once = { stageDay: rung.day, mode: modeOf(rung), isRepeat: taken.length > 0 };
  if (taken.length === 0) return { ...once, ...onDays(rung, -Infinity, input) };
  if (!rung.repeat) return { ...once, opensOn: NEVER };
  const repliedOn = replySince(taken, input.activities);
  if (repliedOn !== undefined) return { ...once, opensOn: NEVER, repliedOn };
  if (rung.repeat.kind === 'days') return { ...once, ...onDays(rung, coveredDay(rung, taken, input), input) };
  const { modes, thenEveryDays } = rung.repeat;
  const lastOn = latest(...taken.map(({ takenOn }) => takenOn));
  const mode = modes[taken.length - 1];
  const follows = mode ? addBusinessDays(input.calendar, lastOn, 1) : addDays(lastOn, thenEveryDays);
  return {
    ...once,
    mode: mode ?? once.mode,
    opensOn: latest(follows, onDays(rung, -Infinity, input).opensOn),
  };
}

/** The last of the rung's days after `covered` that has come, else the first one to come. */
function onDays(
  rung: Rung,
  covered: number,
  { invoice, stops, today }: OccurrenceInput,
): { stageDay: number; opensOn: Day } {
  const reached = effectiveDays(invoice.dueOn, today, stops);
  let stageDay: number | undefined;
  for (const day of daysOf(rung)) {
    if (day > covered && (stageDay === undefined || day <= reached)) stageDay = day;
  }
  if (stageDay === undefined) return { stageDay: rung.day, opensOn: NEVER };
  const opensOn = stageDay <= reached ? today : dayOfEffective(invoice.dueOn, stageDay, stops);
  return { stageDay, opensOn };
}

/**
 * The last of the rung's days that steps taken have covered: the invoice's own by the day recorded, those that another
 * invoice carried by how late this one was when it was listed.
 */
function coveredDay(rung: Rung, taken: readonly StepFact[], { invoice, stops }: OccurrenceInput): number {
  let covered = -Infinity;
  for (const step of taken) {
    const reached =
      step.carryingInvoiceId === invoice.id
        ? step.stageDay
        : effectiveDays(invoice.dueOn, step.takenOn, stops);
    for (const day of daysOf(rung)) if (day <= reached && day > covered) covered = day;
  }
  return covered;
}

function daysOf(rung: Rung): readonly number[] {
  return rung.repeat?.kind === 'days' ? [rung.day, ...rung.repeat.days] : [rung.day];
}

function replySince(taken: readonly StepFact[], activities: readonly ActivityFact[]): Day | undefined {
  const since = Math.min(...taken.map(({ takenOn }) => takenOn));
  return activities.find((activity) => activity.on >= since && isReply(activity))?.on;
}
