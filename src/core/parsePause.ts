import type { Day } from './day.ts';
import { findWhens } from './findWhens.ts';
import { parseWhen } from './parseWhen.ts';

export interface PauseWords {
  /** the first day, where one was named; the past included */
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  /** what is left */
  readonly reason: string;
}

/** Reads what stands after the account of a pause: `until 15 dec stocktaking`, `from 1 nov until friday, moving house`. */
export function parsePause(words: string, today: Day, locale: string): PauseWords {
  const [begin = '', fromWords = ''] = /^\s*from\s+(.+?)(?=\s+(?:until|till|to)\s|$)/i.exec(words) ?? [];
  const past = parseWhen(fromWords, today, { locale, direction: 'past' });
  const from = 'day' in past ? past : parseWhen(fromWords, today, { locale });
  const rest = 'day' in from ? words.slice(begin.length) : words;
  const [when] = findWhens(rest, today, { locale }).filter(({ day }) => day >= today);
  const reason = when ? `${rest.slice(0, when.index)} ${rest.slice(when.index + when.length)}` : rest;
  return {
    from: 'day' in from ? from.day : undefined,
    until: when?.day,
    reason: reason
      .replace(/\b(?:until|till|to)\b\s*(?=\s|$|[,.:;])/i, '')
      .replace(/^[\s,.:;-]+/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}
