import type { Day } from '../../core/day.ts';
import { parseWhen } from '../../core/parseWhen.ts';

const MOST_WORDS = 3;

/**
 * Takes a day off the end of the words: `acme ltd 30 nov` → acme ltd, 30 November. Without a year it is the nearest one, before today or
 * after. The whole is never taken for a day.
 */
export function splitDay(
  words: string,
  today: Day,
  locale: string,
): { readonly rest: string; readonly day: Day | undefined } {
  const all = words.split(/\s+/).filter(Boolean);
  for (let taken = Math.min(MOST_WORDS, all.length - 1); taken > 0; taken -= 1) {
    const tail = all.slice(-taken).join(' ');
    const found = parseWhen(tail, today, { locale, direction: 'nearest' });
    if ('day' in found) return { rest: all.slice(0, -taken).join(' '), day: found.day };
  }
  return { rest: all.join(' '), day: undefined };
}
