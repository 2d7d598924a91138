import { type Day, dateOfDay } from './day.ts';

/** A day as people write it in a sentence: "Monday 23 November" in British English, "Monday, November 23" in American. */
export function dayName(day: Day, locale: string): string {
  return format(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(dateOfDay(day));
}

/** A day with its year, short enough for a table: "23 Nov 2026". */
export function shortDay(day: Day, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(dateOfDay(day));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}
