import { isAttempt } from './activityKinds.ts';
import { contactFor } from './contactFor.ts';
import type { ContactFact, DebtorFacts } from './facts.ts';
import { type Channel, noWayTo } from './noWayTo.ts';
import { recipientOf } from './recipientOf.ts';

/**
 * Another person at the customer than those who are called and written to first: somebody nobody has tried yet before somebody
 * who was, and those kept as alternate first. `tried` are the people and mailboxes whom reminders and calls went to, in the
 * order of the contacts.
 */
export function alternateContact({
  debtor,
  contacts,
  activities,
}: Pick<DebtorFacts, 'debtor' | 'contacts' | 'activities'>): {
  readonly other: ContactFact | undefined;
  readonly tried: readonly ContactFact[];
} {
  const reached = new Set(activities.filter(isAttempt).map(({ contactId }) => contactId));
  const written = recipientOf({ debtor, contacts });
  const people = contacts.filter(({ isMailbox }) => !isMailbox);
  const called = contactFor({ debtor, contacts: people }, 'call');
  const canBe = (contact: ContactFact, channel: Channel) => !noWayTo(contact, channel, debtor.kind);
  const others = people
    .filter((contact) => contact !== written && contact !== called)
    .filter((contact) => canBe(contact, 'call') || canBe(contact, 'email'))
    .sort((a, b) => rank(a) - rank(b));
  return { other: others[0], tried: contacts.filter(({ id }) => reached.has(id) || id === written?.id) };

  function rank({ id, role }: ContactFact): number {
    return (reached.has(id) ? 2 : 0) + (role === 'alternate' ? 0 : 1);
  }
}
