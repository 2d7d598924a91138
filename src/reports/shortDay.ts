import { type Day, dateOfDay } from '../core/day.ts';

/** Day and month as an axis shows them: "22 Nov", "Nov 22". Pictures speak English, so other languages get the British order. */
export function shortDay(day: Day, locale: string): string {
  const english = new Intl.Locale(locale).language === 'en' ? locale : 'en-GB';
  const format = new Intl.DateTimeFormat(english, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(dateOfDay(day));
}
