import { businessCalendar, type Calendar } from '../core/calendar.ts';
import type { DebtorFact } from '../core/facts.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/** The business days of the debtor's own region; the workspace's closing days do not close the customer. */
export function debtorCalendar(
  workspace: WorkspaceContext,
  debtor: Pick<DebtorFact, 'country' | 'region'>,
): Calendar {
  const { settings, country, region } = workspace;
  if (settings.closingDays.length === 0 && debtor.country === country && debtor.region === region) {
    return workspace.calendar;
  }
  return businessCalendar({
    country: debtor.country,
    ...(debtor.region ? { region: debtor.region } : {}),
  });
}
