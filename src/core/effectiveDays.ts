import type { Stop } from './clockStops.ts';
import { addDays, type Day } from './day.ts';

/**
 * The days d with due < d ≤ today on which no stop stood; before the due date the plain negative difference. Serves only
 * to choose the step: ageing and interest run on calendar days.
 * @param stops ordered by first day, as `clockStops` gives them; days covered twice count once
 */
export function effectiveDays(dueOn: Day, today: Day, stops: readonly Stop[]): number {
  let days = today - dueOn;
  if (days <= 0 || stops.length === 0) return days;
  let counted = dueOn;
  for (const { from, to } of stops) {
    const first = Math.max(from, counted + 1);
    const last = Math.min(to, today);
    if (last < first) continue;
    days -= last - first + 1;
    counted = last as Day;
  }
  return days;
}

/** The first day on which an invoice has so many effective days, as far as the stops are known; NEVER while one is open-ended. */
export function dayOfEffective(dueOn: Day, days: number, stops: readonly Stop[]): Day {
  if (days <= 0 || stops.length === 0) return addDays(dueOn, days);
  let cursor = dueOn;
  let left = days;
  for (const { from, to } of stops) {
    if (to <= cursor) continue;
    const running = Math.max(0, from - cursor - 1);
    if (running >= left) break;
    left -= running;
    cursor = to;
  }
  return addDays(cursor, left);
}
