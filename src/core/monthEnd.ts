import { addBusinessDays, type Calendar } from './calendar.ts';
import { addDays, type Day, dateOfDay, dayOfDate } from './day.ts';

/** The end of a month, as a team deals with it. */
export interface MonthEnd {
  /** the first day of the month */
  readonly month: Day;
  /** its last business day */
  readonly on: Day;
}

/** What could not be done on the last business day is made up for so many business days later. */
const MADE_UP_DAYS = 5;

/**
 * The month whose end is dealt with on a day: from its last business day on and for five business days more, so that what had to wait then,
 * or a Duly that was down, loses nothing. Undefined between.
 */
export function monthEndOn(today: Day, calendar: Calendar): MonthEnd | undefined {
  const month = monthStart(today);
  const end = endOf(month, calendar);
  if (end && today >= end.on) return end;
  const before = endOf(monthStart(addDays(month, -1)), calendar);
  return before && today <= addBusinessDays(calendar, before.on, MADE_UP_DAYS) ? before : undefined;
}

/** The first day of a day's month. */
export function monthStart(day: Day): Day {
  return addDays(day, 1 - dateOfDay(day).getUTCDate());
}

/** Undefined for a month without any business day. */
function endOf(month: Day, calendar: Calendar): MonthEnd | undefined {
  const date = dateOfDay(month);
  const next = dayOfDate(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)));
  const on = addBusinessDays(calendar, next, -1);
  return on >= month ? { month, on } : undefined;
}
