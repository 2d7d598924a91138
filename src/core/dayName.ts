import { type Day, dateOfDay } from './day.ts';
import { dayFormat } from './dayFormat.ts';

/** A day as people write it in a sentence: "Monday 23 November" in British English, "Monday, November 23" in American. */
export function dayName(day: Day, locale: string): string {
  return dayFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(dateOfDay(day));
}

/** A day with its year, short enough for a table: "23 Nov 2026". */
export function shortDay(day: Day, locale: string): string {
  return dayFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(dateOfDay(day));
}
