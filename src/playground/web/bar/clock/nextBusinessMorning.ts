import {
  fromDate,
  getDayOfWeek,
  Time,
  toCalendarDate,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';

const MORNING = new Time(9);

/** The next Monday to Friday at 09:00 in this zone that is still to come. Of holidays it knows nothing. */
export function nextBusinessMorning(now: Date, zone: string): Date {
  const today = toCalendarDate(fromDate(now, zone));
  for (let days = 0; ; days += 1) {
    const day = today.add({ days });
    const morning = toZoned(toCalendarDateTime(day, MORNING), zone).toDate();
    // Counted from Monday.
    if (getDayOfWeek(day, 'en-US', 'mon') < 5 && morning > now) return morning;
  }
}
