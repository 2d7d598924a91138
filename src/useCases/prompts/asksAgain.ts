import type { Day } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { dayIn, timeIn } from '../../core/zone.ts';

/** When something that was put off, or agreed for a time, is asked: `today at 15:00`, `Monday 30 November at 09:00`. */
export function asksAgain(
  until: Date,
  { today, zone, locale }: { today: Day; zone: string; locale: string },
): string {
  const day = dayIn(zone, until);
  return `${day === today ? 'today' : dayName(day, locale)} at ${timeIn(zone, until)}`;
}
