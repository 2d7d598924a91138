import type { Day } from './day.ts';
import { dayName } from './dayName.ts';
import { findWhens, type WhenReading } from './findWhens.ts';

export type ParsedWhen =
  | { readonly day: Day /** `HH:MM`, where one was named */; readonly time?: string }
  | { readonly error: string };

/**
 * Reads a day as people type it: `friday`, `by 30 nov`, `+3d`, `+2bd`, `tomorrow`, `2026-12-01`, `1/12` (by the locale's
 * order), `30.11.`, `the 15th`. The whole text has to be a day. By default never before today; with the direction `past`
 * never after it. The error is a sentence for the person.
 */
export function parseWhen(text: string, today: Day, reading: WhenReading = {}): ParsedWhen {
  const plain = text.trim().replace(/^(by|on|until|till|before|from|for|due|bis|am|zum)\s+/i, '');
  const [found] = findWhens(plain, today, reading);
  if (!found || !coversAll(plain, found)) {
    return {
      error: `“${text.trim()}” is not a day that I know. Write it like friday, 30 nov, +3d or 2026-12-01.`,
    };
  }
  const { day, time } = found;
  if (reading.direction === 'past' ? day > today : day < today) {
    const named = dayName(day, reading.locale ?? 'en-GB');
    return { error: `${named} ${reading.direction === 'past' ? 'is still to come' : 'has passed'}.` };
  }
  return time === undefined ? { day } : { day, time };
}

function coversAll(text: string, { index, length }: { index: number; length: number }): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, index) + text.slice(index + length));
}
