import { dayName } from '../../core/dayName.ts';
import { dayIn, timeIn } from '../../core/zone.ts';

/** An instant in words, by the clock of the member who reads it: "Tuesday 24 November at 15:00". */
export function whenSentence(at: Date, { zone, locale }: { zone: string; locale: string }): string {
  return `${dayName(dayIn(zone, at), locale)} at ${timeIn(zone, at)}`;
}
