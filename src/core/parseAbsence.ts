import type { Day } from './day.ts';
import type { WhenReading } from './FoundWhen.ts';
import { type ParsedWhen, parseWhen } from './parseWhen.ts';
import { wholeWhen } from './wholeWhen.ts';

const BEGINS = /^(?:from|starting|since|ab|von|vom)\s/i;

/** A week or a weekend as such, not as a length of time from today on (`in 2 weeks`). */
const WEEK = /\b(?:week|weekend|woche|wochenende|semaine|semana|settimana|vecka)\b/i;
const LENGTH = /\d|\bin (?:an? |one |einer )|\b(?:end|ende)\b/i;

/**
 * Reads the last day of an absence that begins today: `until friday`, `30 nov`, `+2w`. What names a beginning (`from 4 dec`), several days
 * (`4 to 10 dec`) or a week is refused, as nobody would be told what was made of it. The error is a sentence for the person.
 */
export function parseAbsence(text: string, today: Day, reading: WhenReading = {}): ParsedWhen {
  const plain = text.trim();
  const begins = BEGINS.test(plain) || wholeWhen(plain, today, reading)?.until !== undefined;
  if (begins || (WEEK.test(plain) && !LENGTH.test(plain))) {
    return {
      error: `“${plain}” is more than a last day. An absence begins the day I hear of it: say so on its first day, and name its last day alone.`,
    };
  }
  return parseWhen(plain, today, reading);
}
