import { addBusinessDays, type Calendar } from './calendar.ts';
import { dayIn, instantAt, timeIn } from './zone.ts';

/** After this time of day nobody is asked anything new: it would not be seen before the next morning. */
const EVENING = '18:00';

/** When people are asked: on open days, from the time of day `from` (`HH:MM`) to the evening, by the clocks of `zone`. */
export interface PromptHours {
  readonly calendar: Calendar;
  readonly from: string;
  readonly zone: string;
}

/** Whether people may be asked at this instant. */
export function isWithin({ calendar, from, zone }: PromptHours, at: Date): boolean {
  const day = dayIn(zone, at);
  return calendar.isOpen(day) && at >= instantAt(day, from, zone) && at < instantAt(day, EVENING, zone);
}

/** The instant itself when people may be asked then, else the next morning on which they may. */
export function nextWithin(hours: PromptHours, at: Date): Date {
  if (isWithin(hours, at)) return at;
  const { calendar, from, zone } = hours;
  const day = dayIn(zone, at);
  const morning = instantAt(day, from, zone);
  if (calendar.isOpen(day) && at < morning) return morning;
  return instantAt(addBusinessDays(calendar, day, 1), from, zone);
}

/** Whether clocks of both zones show the same time at this instant. */
export function isSameClock(zone: string, other: string, at: Date): boolean {
  return zone === other || (timeIn(zone, at) === timeIn(other, at) && dayIn(zone, at) === dayIn(other, at));
}
