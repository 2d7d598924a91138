import { addBusinessDays, type Calendar, nextOpenDay } from './calendar.ts';
import { addDays, type Day, dateOfDay, dayOfDate } from './day.ts';

/** The end of a month, as a team deals with it. */
export interface MonthEnd {
  /** the first day of the month */
  readonly month: Day;
  /** the business day on which it is dealt with */
  readonly on: Day;
}

/** Whose months they are: those of the calendar, or of books that close on a day of their own. */
export interface Months {
  readonly calendar: Calendar;
  /** day of the month on which the books close; null: its last */
  readonly closesOn: number | null;
}

/** What could not be done at the month's end is made up for so many business days later. */
const MADE_UP_DAYS = 5;

/**
 * The month whose end is dealt with on a day: from the last business day of the month on, or from the last one on or before the day on
 * which the books close, and for five business days more, so that what had to wait then, or a Duly that was down, loses
 * nothing. Undefined between.
 */
export function monthEndOn(today: Day, months: Months): MonthEnd | undefined {
  const month = monthStart(today);
  return [month, monthStart(addDays(month, -1))]
    .flatMap((start) => endOf(start, months) ?? [])
    .find(({ on }) => on <= today && today <= addBusinessDays(months.calendar, on, MADE_UP_DAYS));
}

/** The first day of a day's month. */
export function monthStart(day: Day): Day {
  return addDays(day, 1 - dateOfDay(day).getUTCDate());
}

/** Where nobody works up to the day of closing, the next business day of that month; undefined for a month without any. */
function endOf(month: Day, { calendar, closesOn }: Months): MonthEnd | undefined {
  const date = dateOfDay(month);
  const next = dayOfDate(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)));
  const closed = closesOn === null ? next : addDays(month, closesOn);
  const before = addBusinessDays(calendar, closed, -1);
  if (before >= month) return { month, on: before };
  const after = nextOpenDay(calendar, closed);
  return after < next ? { month, on: after } : undefined;
}
