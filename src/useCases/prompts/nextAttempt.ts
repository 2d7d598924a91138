import { addBusinessDays } from '../../core/calendar.ts';
import type { DebtorFact } from '../../core/facts.ts';
import { dayIn, instantAt, timeIn } from '../../core/zone.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** The next try: on the customer's next business day, at another time of their day than the one that did not work. */
export function nextAttempt(workspace: WorkspaceContext, debtor: DebtorFact, triedAt: Date): Date {
  const calendar = debtorCalendar(workspace, debtor);
  const day = addBusinessDays(calendar, dayIn(debtor.zone, triedAt), 1);
  const time = timeIn(debtor.zone, triedAt) < '12:30' ? '15:00' : '10:00';
  return instantAt(day, time, debtor.zone);
}
