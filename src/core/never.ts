import type { Day } from './day.ts';

/** The day that does not come: only a new fact can open what is closed until then. Later than every real day. */
export const NEVER = Number.POSITIVE_INFINITY as Day;

/** The later of days; the beginning of time for none. */
export function latest(...days: readonly Day[]): Day {
  return Math.max(...days) as Day;
}
