import { addBusinessDays, type Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { Settings } from './settings.ts';

/** The last day on which what is approved can be sent: so many business days after the day of the request, itself included. */
export function usableUntil(
  requestedOn: Day,
  calendar: Calendar,
  settings: Pick<Settings, 'approvalUsableDays'>,
): Day {
  return addBusinessDays(calendar, requestedOn, settings.approvalUsableDays);
}

/** The first day on which it may be asked for again after a request was declined or expired, in business days. */
export function mayAskAgainOn(
  endedOn: Day,
  calendar: Calendar,
  settings: Pick<Settings, 'askAgainDays'>,
): Day {
  return addBusinessDays(calendar, endedOn, settings.askAgainDays);
}
