import type { WeekPromises } from '../../db/weekPromises.ts';

/** Under so many promises a rate says nothing: the counts alone are given. */
const FEWEST = 10;

export interface PromiseCounts {
  readonly kept: number;
  readonly partial: number;
  readonly broken: number;
}

export function promiseCounts(weeks: readonly WeekPromises[]): PromiseCounts {
  const sum = (of: (week: WeekPromises) => number) => weeks.reduce((total, week) => total + of(week), 0);
  return { kept: sum((w) => w.kept), partial: sum((w) => w.partial), broken: sum((w) => w.broken) };
}

/** How many promises were kept, in words; per cent from ten on: "12 kept, 1 in part, 3 broken (75 % kept)". */
export function keptRate(counts: PromiseCounts): string {
  const all = counts.kept + counts.partial + counts.broken;
  if (all === 0) return 'none fell due';
  const words = `${counts.kept} kept, ${counts.partial} in part, ${counts.broken} broken`;
  return all < FEWEST ? words : `${words} (${Math.round((counts.kept * 100) / all)} % kept)`;
}

/** The share of the value that was promised which was kept in full, in per cent; undefined for under ten promises. */
export function keptValue(weeks: readonly WeekPromises[]): number | undefined {
  const { kept, partial, broken } = promiseCounts(weeks);
  const promised = weeks.reduce((sum, week) => sum + week.promised, 0n);
  if (kept + partial + broken < FEWEST || promised === 0n) return undefined;
  const amount = weeks.reduce((sum, week) => sum + week.keptAmount, 0n);
  return Math.round(Number((amount * 1000n) / promised) / 10);
}
