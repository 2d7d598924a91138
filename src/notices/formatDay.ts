import { type Day, dateOfDay } from '../core/day.ts';
import { dayFormat, englishOf } from '../core/dayFormat.ts';

/**
 * A day as a letter in English writes it, in the reader's order: "22 November 2026", "November 22, 2026"; `medium` shortens the month.
 * A locale of another language gets the British order, which cannot be misread.
 */
export function formatDay(day: Day, locale: string, style: 'long' | 'medium'): string {
  const month = style === 'long' ? 'long' : 'short';
  return dayFormat(englishOf(locale), { day: 'numeric', month, year: 'numeric' }).format(dateOfDay(day));
}
