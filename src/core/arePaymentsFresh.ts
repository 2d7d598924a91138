import { addBusinessDays, type Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { Settings } from './settings.ts';

/** Whether payments are known up to date: the last import is no older than the workspace's limit in business days. */
export function arePaymentsFresh(
  asOf: Day | undefined,
  on: {
    readonly today: Day;
    readonly calendar: Calendar;
    readonly settings: Pick<Settings, 'freshnessDays'>;
  },
): boolean {
  return asOf !== undefined && on.today <= addBusinessDays(on.calendar, asOf, on.settings.freshnessDays);
}
