import { fromDate, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** An instant as a date-and-time input of this zone holds it: `2026-03-02T09:00`. */
export function toWallClock(instant: Date, zone: string): string {
  return toCalendarDateTime(fromDate(instant, zone)).toString().slice(0, 16);
}

/** The instant that such an input stands for; undefined while it is not a whole date and time. */
export function fromWallClock(text: string, zone: string): Date | undefined {
  try {
    return toZoned(parseDateTime(text), zone).toDate();
  } catch {
    return undefined;
  }
}
