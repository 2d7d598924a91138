import type { Day } from './day.ts';
import type { FoundWhen } from './FoundWhen.ts';
import { findWhens } from './findWhens.ts';
import { parseWhen } from './parseWhen.ts';

export interface PauseWords {
  /** the first day, where one was named; the past included */
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  /** what is left */
  readonly reason: string;
}

/**
 * Reads what stands after the account of a pause: `until 15 dec stocktaking`, `from 1 nov until friday, moving house`, `1 to 10 dec`. A first
 * day without a year is the next one where the last day comes after it, else the nearest.
 */
export function parsePause(words: string, today: Day, locale: string): PauseWords {
  const [begin = '', fromWords = ''] = /^\s*from\s+(.+?)(?=\s+(?:until|till|to)\s|$)/i.exec(words) ?? [];
  const named = (['future', 'past'] as const).flatMap((direction) => {
    const when = parseWhen(fromWords, today, { locale, direction });
    return 'day' in when ? [when.day] : [];
  });
  const rest = named.length > 0 ? words.slice(begin.length) : words;
  const [when] = findWhens(rest, today, { locale }).filter(({ day, until = day }) => until >= today);
  const reason = when ? `${rest.slice(0, when.index)} ${rest.slice(when.index + when.length)}` : rest;
  return {
    ...daysOf(named, when, today),
    reason: reason
      .replace(/^\s*from\b\s*(?=\s|$|[,.:;])/i, '')
      .replace(/\b(?:until|till|to)\b\s*(?=\s|$|[,.:;])/i, '')
      .replace(/^[\s,.:;-]+/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** @param named the first day as it may be meant, the next one before the last one that was */
function daysOf(
  named: readonly Day[],
  when: FoundWhen | undefined,
  today: Day,
): Pick<PauseWords, 'from' | 'until'> {
  if (named.length === 0 && when?.until !== undefined && when.day <= when.until)
    return { from: when.day, until: when.until };
  // after a first day that was named, several days are no last one
  const until = when?.until === undefined ? when?.day : undefined;
  const [ahead] = named;
  const [nearest] = named.toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today));
  const inOrder = ahead !== undefined && until !== undefined && ahead <= until;
  return { from: inOrder ? ahead : nearest, until };
}
