import type { Day } from './day.ts';
import type { WhenReading } from './FoundWhen.ts';

/** Of days in their order the nearest one on the side that is looked at, today included; undefined where there is none. */
export function dayOnSide(
  days: readonly (Day | undefined)[],
  today: Day,
  direction: WhenReading['direction'] = 'future',
): Day | undefined {
  const known = days.filter((day) => day !== undefined);
  const before = known.findLast((day) => day <= today);
  const after = known.find((day) => day >= today);
  if (direction === 'past') return before;
  if (direction === 'future') return after;
  if (before === undefined || after === undefined) return before ?? after;
  return today - before <= after - today ? before : after;
}
