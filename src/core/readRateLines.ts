import { type Day, isoDay, parseDay } from './day.ts';
import { halfYearOf } from './halfYear.ts';
import { readBaseRate } from './readBaseRate.ts';

/** What a base rate is worth for the half-year that begins on `from`, in hundredths of a percentage point a year. */
export interface HalfYearRate {
  readonly from: Day;
  readonly basisPoints: number;
}

/**
 * Reads the values of a base rate, a line for each half-year: `2026-07-01 2.15`. Empty lines do not count. Else a sentence about what is
 * wrong.
 */
export function readRateLines(typed: string): readonly HalfYearRate[] | { readonly problem: string } {
  const found = new Map<Day, HalfYearRate>();
  for (const line of typed.split('\n').flatMap((one) => one.trim() || [])) {
    const [, first = '', percent = ''] = /^(\S+?):?\s+(.+)$/.exec(line) ?? [];
    const from = parseDay(first);
    const basisPoints = readBaseRate(percent);
    if (from === undefined || basisPoints === undefined)
      return {
        problem: `“${line}” names no half-year with its rate: write a line for each, such as 2026-07-01 2.15.`,
      };
    if (from !== halfYearOf(from))
      return {
        problem: `${isoDay(from)} begins no half-year: write its first day, 1 January (${first.slice(0, 4)}-01-01) or 1 July (${first.slice(0, 4)}-07-01).`,
      };
    if (found.has(from)) return { problem: `${isoDay(from)} is named twice.` };
    found.set(from, { from, basisPoints });
  }
  return [...found.values()];
}
