import { addDays, type Day } from './day.ts';
import { wholeWhen } from './wholeWhen.ts';

const LONGEST_RANGE = 60;

/**
 * Days as people list them, parted by commas or lines, each a day (`2026-12-24`, `24 dec`) or a stretch (`24 dec to 1 jan`, `24-31 dec`),
 * both ends included; in order, each once. A day without a year is the next one from `today` on. The error is a sentence that names what
 * is no day.
 */
export function readDays(
  typed: string,
  today: Day,
  locale: string,
): { readonly days: Day[] } | { readonly error: string } {
  const days = new Set<Day>();
  for (const part of typed.split(/[,;\n]/)) {
    if (part.trim() === '') continue;
    const found = wholeWhen(part, today, { locale });
    const { day: from, until = from } = found ?? {};
    if (from === undefined || until === undefined || until < from || until - from > LONGEST_RANGE)
      return {
        error: `“${part.trim()}” is not a day that I know. Write days like 2026-12-24, or 24 dec to 1 jan.`,
      };
    for (let day = from; day <= until; day = addDays(day, 1)) days.add(day);
  }
  return { days: [...days].sort((a, b) => a - b) };
}
