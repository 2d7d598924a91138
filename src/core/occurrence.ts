import { isAnswer } from './activityKinds.ts';
import { addBusinessDays, type Calendar } from './calendar.ts';
import type { Stop } from './clockStops.ts';
import type { OpenItem } from './collectable.ts';
import { addDays, type Day } from './day.ts';
import { dayOfEffective, effectiveDays } from './effectiveDays.ts';
import type { ActivityFact, StepFact } from './facts.ts';
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
  /** the invoice, with its effective days today */
  readonly item: OpenItem;
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
  if (taken.length === 0) return occurrenceOn(stageDayAfter(-Infinity, rung, input), rung, false, input);
  if (!rung.repeat) return over(rung);
  const repliedOn = replySince(taken, input.activities);
  if (repliedOn !== undefined) return { ...over(rung), repliedOn };
  if (rung.repeat.kind === 'days') {
    return occurrenceOn(stageDayAfter(coveredDay(taken, input), rung, input), rung, true, input);
  }
  const { modes, thenEveryDays } = rung.repeat;
  const lastOn = latest(...taken.map(({ takenOn }) => takenOn));
  const mode = modes[taken.length - 1];
  const follows = mode ? addBusinessDays(input.calendar, lastOn, 1) : addDays(lastOn, thenEveryDays);
  const again = occurrenceOn(rung.day, rung, true, input);
  return { ...again, mode: mode ?? again.mode, opensOn: latest(follows, again.opensOn) };
}

function occurrenceOn(
  stageDay: number | undefined,
  rung: Rung,
  isRepeat: boolean,
  { item, stops, today }: OccurrenceInput,
): Occurrence {
  if (stageDay === undefined) return over(rung);
  const hasCome = stageDay <= item.effectiveDays;
  const opensOn = hasCome ? today : dayOfEffective(item.invoice.dueOn, stageDay, stops);
  return { opensOn, stageDay, mode: modeOf(rung), isRepeat };
}

function over(rung: Rung): Occurrence {
  return { opensOn: NEVER, stageDay: rung.day, mode: modeOf(rung), isRepeat: true };
}

/** The last of the rung's days after `covered` that has come, else the first one to come; undefined when none is left. */
function stageDayAfter(
  covered: number,
  { day: first, repeat }: Rung,
  { item }: OccurrenceInput,
): number | undefined {
  let found = first > covered ? first : undefined;
  for (const day of repeat?.kind === 'days' ? repeat.days : []) {
    if (day > covered && (found === undefined || day <= item.effectiveDays)) found = day;
  }
  return found;
}

/**
 * The last day that steps taken have covered: the invoice's own by the policy's day recorded, those that another invoice
 * carried by how late this one was when it was listed.
 */
function coveredDay(taken: readonly StepFact[], { item: { invoice }, stops }: OccurrenceInput): number {
  let covered = -Infinity;
  for (const { carryingInvoiceId, stageDay, takenOn } of taken) {
    const own = carryingInvoiceId === invoice.id;
    covered = Math.max(covered, own ? stageDay : effectiveDays(invoice.dueOn, takenOn, stops));
  }
  return covered;
}

/** The day of the first answer since these steps were taken; it ends the repeats. */
export function replySince(taken: readonly StepFact[], activities: readonly ActivityFact[]): Day | undefined {
  const since = Math.min(...taken.map(({ takenOn }) => takenOn));
  return activities.find((activity) => activity.on >= since && isAnswer(activity))?.on;
}
