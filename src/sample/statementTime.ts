import { addBusinessDays } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import { sampleCalendar, sampleTime } from './sampleStart.ts';

/** When the statement of a business day is there, by the sample's clocks. */
const STATEMENT_AT = '07:00';

/**
 * The one time the bank was late: the statements of these business days after the first are all there on the last of them, at
 * that time. Longer than the workspace lets payments be old: what is harsh waits for them that morning.
 */
const LATE = { from: 2, until: 4, at: '11:00' };

/** The instant at which the statement of `day` can be fetched; `firstDay` is the sample's first. */
export function statementTime(day: Day, firstDay: Day): Date {
  const nth = (days: number) => addBusinessDays(sampleCalendar, firstDay, days);
  return nth(LATE.from) <= day && day <= nth(LATE.until)
    ? sampleTime(nth(LATE.until), LATE.at)
    : sampleTime(day, STATEMENT_AT);
}
