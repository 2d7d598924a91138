import { type Calendar, nextOpenDay } from './calendar.ts';
import type { Day } from './day.ts';
import { dayIn, instantAt } from './zone.ts';

const HOUR_MS = 3_600_000;

/**
 * When an approved notice that may not go yet is tried again: in an hour, or at the sending hour of the first day that opens it, or when
 * the contact rules allow it; never on a day closed for us, nor before that day's sending hour.
 * @param sendsFrom time of day (`HH:MM`) in our `zone`
 */
export function triedAgainAt(
  { until, from }: { readonly until?: Day; readonly from?: Date },
  {
    now,
    calendar,
    zone,
    sendsFrom,
  }: {
    readonly now: Date;
    /** our business days */
    readonly calendar: Calendar;
    readonly zone: string;
    readonly sendsFrom: string;
  },
): Date {
  const soonest = Math.max(now.getTime() + HOUR_MS, from?.getTime() ?? 0);
  const day = dayIn(zone, new Date(soonest));
  const open = nextOpenDay(calendar, until === undefined || until < day ? day : until);
  return new Date(Math.max(soonest, instantAt(open, sendsFrom, zone).getTime()));
}
