import { addBusinessDays, type Calendar } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import type { ActivityFact } from './facts.ts';
import { latest } from './never.ts';
import type { Spacing } from './policy.ts';

export interface WrittenSpacing {
  /** the first day on which spacing lets the next written message go; it may be past, and closed */
  readonly opensOn: Day;
  /** the day of the last written message that we started */
  readonly lastOn: Day;
}

/**
 * When the next written message that we start may go to a debtor: so many business days after the last one (not asked of
 * `firm_notice` repeats, courtesy reminders and statements: `skipGap`; nor of what follows a statement), never two on a day, at most so
 * many in any stretch of days.
 * Undefined when nothing was sent up to `today`.
 */
export function writtenSpacing(
  activities: readonly ActivityFact[],
  {
    spacing,
    calendar,
    today,
    skipGap,
  }: { spacing: Spacing; calendar: Calendar; today: Day; skipGap: boolean },
): WrittenSpacing | undefined {
  const sent: Day[] = [];
  let gapFrom: Day | undefined;
  for (const { counted, skipsGap, on } of activities) {
    if (!counted || on > today) continue;
    sent.push(on);
    if (!skipGap && !skipsGap && (gapFrom === undefined || on > gapFrom)) gapFrom = on;
  }
  sent.sort((a, b) => b - a);
  const lastOn = sent[0];
  if (lastOn === undefined) return undefined;
  const gap =
    gapFrom === undefined
      ? addDays(lastOn, 1)
      : addBusinessDays(calendar, gapFrom, spacing.businessDaysApart);
  const fullSince = sent[spacing.most - 1];
  const room = fullSince === undefined ? gap : addDays(fullSince, spacing.inDays);
  return { opensOn: latest(addDays(lastOn, 1), gap, room), lastOn };
}
