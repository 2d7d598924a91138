import { addBusinessDays, businessCalendar, type Calendar, nextOpenDay } from '../core/calendar.ts';
import { addDays, type Day } from '../core/day.ts';
import { dayIn, instantAt } from '../core/zone.ts';
import { SAMPLE_ZONE } from './sampleTeam.ts';

/** Days before the first on which the team began with Duly: before the oldest open invoice was due. */
export const BEGAN = 154;

/** The business days of the sample's team: England's. */
export const sampleCalendar: Calendar = businessCalendar({ country: 'GB' });

/**
 * Where the sample's clock begins: on the last business day that has begun in London, at the time of the daily digest, so that
 * it is posted at once and the prompts of the day are still to come.
 */
export function sampleStart(realNow: Date): Date {
  const day = addBusinessDays(sampleCalendar, addDays(dayIn(SAMPLE_ZONE, realNow), 1), -1);
  return instantAt(day, '08:30', SAMPLE_ZONE);
}

/** The last business day before `day`. */
export function businessDayBefore(day: Day): Day {
  return addBusinessDays(sampleCalendar, day, -1);
}

/**
 * The open day that lies `daysAgo` calendar days before the first: moved back where it falls on a closed one, and on to the
 * next open one for days to come (a negative number).
 */
export function storyDay(firstDay: Day, daysAgo: number): Day {
  const day = addDays(firstDay, -daysAgo);
  return daysAgo > 0 ? businessDayBefore(addDays(day, 1)) : nextOpenDay(sampleCalendar, day);
}

/** An instant by the sample's clocks. */
export function sampleTime(day: Day, time: string): Date {
  return instantAt(day, time, SAMPLE_ZONE);
}
