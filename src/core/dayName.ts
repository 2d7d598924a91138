import { type Day, dateOfDay } from './day.ts';
import { dayFormat } from './dayFormat.ts';

/** A day as people write it in a sentence: "Monday 23 November" in British English, "Monday, November 23" in American. */
export function dayName(day: Day, locale: string): string {
  return dayFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(dateOfDay(day));
}

/** The same with the year, where it is not that of `today`: "Saturday 20 November 2027". */
export function datedDayName(day: Day, today: Day, locale: string): string {
  if (dateOfDay(day).getUTCFullYear() === dateOfDay(today).getUTCFullYear()) return dayName(day, locale);
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return dayFormat(locale, parts).format(dateOfDay(day));
}

/** A day with its year, short enough for a table: "23 Nov 2026". */
export function shortDay(day: Day, locale: string): string {
  return dayFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(dateOfDay(day));
}
