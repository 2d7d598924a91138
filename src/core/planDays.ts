import { addDays, type Day, dateOfDay, dayOfDate } from './day.ts';

/** How far apart the instalments of a plan are. */
export const planRhythms = ['weekly', 'fortnightly', 'monthly'] as const;
export type PlanRhythm = (typeof planRhythms)[number];

/** The days of so many instalments, the first one included. Monthly ones keep the day of the month, or its last day where it has none such. */
export function planDays(first: Day, count: number, rhythm: PlanRhythm): Day[] {
  return Array.from({ length: count }, (_, index) => {
    if (rhythm !== 'monthly') return addDays(first, index * (rhythm === 'weekly' ? 7 : 14));
    const start = dateOfDay(first);
    const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + index];
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return dayOfDate(new Date(Date.UTC(year, month, Math.min(start.getUTCDate(), last))));
  });
}
