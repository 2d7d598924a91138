import { type Calendar, nextOpenDay } from './calendar.ts';
import type { Day } from './day.ts';
import type { DecisionInput } from './decision.ts';
import type { StepMode } from './policy.ts';

/** Whether a step is done by telephone, at least at first. */
export function asksForCall(mode: StepMode, call: 'beside' | 'first' | undefined): boolean {
  return mode === 'call' || call === 'first';
}

/**
 * The first day from `from` on that is open for a step: our own business days, and for a call the debtor's region too.
 * NEVER stays NEVER. Throws RangeError when the two places share no open day within a year.
 */
export function openDayFor(
  calls: boolean,
  from: Day,
  { calendar, debtorCalendar }: Pick<DecisionInput, 'calendar' | 'debtorCalendar'>,
): Day {
  if (!Number.isFinite(from)) return from;
  if (!calls || calendar === debtorCalendar) return nextOpenDay(calendar, from);
  if (calendar.isOpen(from) && debtorCalendar.isOpen(from)) return from;
  return nextOpenDay(bothOpen(calendar, debtorCalendar), from);
}

function bothOpen(one: Calendar, other: Calendar): Calendar {
  return {
    isOpen(day) {
      return one.isOpen(day) && other.isOpen(day);
    },
  };
}
