import { addBusinessDays } from '../core/calendar.ts';
import { type Day, dateOfDay } from '../core/day.ts';
import { monthEndOn } from '../core/monthEnd.ts';
import { sampleCalendar } from './sampleStart.ts';

/** Business days after the first in which a newcomer meets a month's end. */
const WITHIN = 5;

/**
 * The day of the month on which Larkfield's books close: the calendar's last where the first week has it, and otherwise one that the first
 * week has.
 */
export function monthClosesOn(firstDay: Day): number | null {
  const week = Array.from({ length: WITHIN + 1 }, (_, n) => addBusinessDays(sampleCalendar, firstDay, n));
  const ofCalendar = { calendar: sampleCalendar, closesOn: null };
  if (week.some((day) => monthEndOn(day, ofCalendar)?.on === day)) return null;
  return Math.min(28, dateOfDay(addBusinessDays(sampleCalendar, firstDay, WITHIN)).getUTCDate());
}
