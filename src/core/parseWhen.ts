import type { Day } from './day.ts';
import { dayName } from './dayName.ts';
import type { WhenReading } from './FoundWhen.ts';
import { wholeWhen } from './wholeWhen.ts';

export type ParsedWhen =
  | { readonly day: Day /** `HH:MM`, where one was named */; readonly time?: string }
  | { readonly error: string };

/**
 * Reads a day as people type it: `friday`, `by 30 nov`, `+3d`, `+2bd`, `tomorrow`, `2026-12-01`, `1/12` (by the locale's
 * order), `30.11.`, `the 15th`. The whole text has to be one day: a stretch of several is none. By default never before today; with
 * the direction `past` never after it; with `nearest` on either side. The error is a sentence for the person.
 */
export function parseWhen(text: string, today: Day, reading: WhenReading = {}): ParsedWhen {
  const found = wholeWhen(text, today, reading);
  if (!found) {
    return {
      error: `“${text.trim()}” is not a day that I know. Write it like friday, 30 nov, +3d or 2026-12-01.`,
    };
  }
  if (found.until !== undefined) return { error: `“${text.trim()}” is more than one day: name one of them.` };
  const { day, time } = found;
  const { direction = 'future' } = reading;
  if (direction === 'past' ? day > today : direction === 'future' && day < today) {
    const named = dayName(day, reading.locale ?? 'en-GB');
    return { error: `${named} ${direction === 'past' ? 'is still to come' : 'has passed'}.` };
  }
  return time === undefined ? { day } : { day, time };
}
