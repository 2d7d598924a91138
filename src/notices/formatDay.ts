import { type Day, dateOfDay } from '../core/day.ts';

/**
 * A day as a letter in English writes it, in the reader's order: "22 November 2026", "November 22, 2026"; `medium` shortens the month.
 * A locale of another language gets the British order, which cannot be misread.
 */
export function formatDay(day: Day, locale: string, style: 'long' | 'medium'): string {
  const month = style === 'long' ? 'long' : 'short';
  const format = new Intl.DateTimeFormat(englishOf(locale), {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(dateOfDay(day));
}

/** The English variant whose spelling and dates suit a locale. */
export function englishOf(locale: string): string {
  return new Intl.Locale(locale).language === 'en' ? locale : 'en-GB';
}
