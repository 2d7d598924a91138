import { type Day, dateOfDay } from '../core/day.ts';
import { dayFormat, englishOf } from '../core/dayFormat.ts';

/** Day and month as an axis shows them: "22 Nov", "Nov 22". Pictures speak English, so other languages get the British order. */
export function shortDay(day: Day, locale: string): string {
  return dayFormat(englishOf(locale), { day: 'numeric', month: 'short' }).format(dateOfDay(day));
}
