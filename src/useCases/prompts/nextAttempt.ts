import { addBusinessDays } from '../../core/calendar.ts';
import { contactFor } from '../../core/contactFor.ts';
import { contactAllowance } from '../../core/contactRules.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { sharedContacts } from '../../core/sharedContacts.ts';
import { dayIn, instantAt, timeIn } from '../../core/zone.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Calls before this time of day are tried again in the afternoon, later ones in the morning. */
const MIDDAY = '12:30';

/**
 * The next try: on the customer's next business day, at another time of their day than the one that did not work, or later
 * when the contact rules say so.
 */
export function nextAttempt(options: {
  workspace: WorkspaceContext;
  facts: DebtorFacts;
  /** who was tried */
  contactId: string | undefined;
  triedAt: Date;
  now: Date;
}): Date {
  const { workspace, facts, contactId, triedAt, now } = options;
  const { zone } = facts.debtor;
  const calendar = debtorCalendar(workspace, facts.debtor);
  const time = timeIn(zone, triedAt) < MIDDAY ? '15:00' : '10:00';
  const first = instantAt(addBusinessDays(calendar, dayIn(zone, triedAt), 1), time, zone);
  const planned = first > now ? first : instantAt(addBusinessDays(calendar, dayIn(zone, now), 1), time, zone);
  const contact =
    [...facts.contacts, ...sharedContacts(facts)].find(({ id }) => id === contactId) ??
    contactFor(facts, 'call');
  if (!contact) return planned;
  const { nextAt } = contactAllowance({ facts, contact, channel: 'call', calendar, now: planned });
  if (!nextAt) return planned;
  const again = instantAt(dayIn(zone, nextAt), time, zone);
  return again > nextAt ? again : nextAt;
}
