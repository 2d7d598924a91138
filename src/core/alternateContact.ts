import { isAttempt } from './activityKinds.ts';
import { contactFor } from './contactFor.ts';
import type { ContactFact, DebtorFacts } from './facts.ts';
import { type Channel, noWayTo } from './noWayTo.ts';
import { recipientOf } from './recipientOf.ts';
import { sharedContacts } from './sharedContacts.ts';

/**
 * Another person at the customer than those who are called and written to first: somebody nobody has tried yet before somebody
 * who was, and those kept as alternate first; where the account has none, somebody whom its group shares. `tried` are the people and mailboxes whom reminders and calls went to, in the
 * order of the contacts.
 */
export function alternateContact({
  debtor,
  contacts,
  shared,
  activities,
}: Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared' | 'activities'>): {
  readonly other: ContactFact | undefined;
  readonly tried: readonly ContactFact[];
} {
  const reached = new Set(activities.filter(isAttempt).map(({ contactId }) => contactId));
  const written = recipientOf({ debtor, contacts, shared });
  const people = contacts.filter(({ isMailbox }) => !isMailbox);
  const called = contactFor({ debtor, contacts: people, shared }, 'call');
  const canBe = (contact: ContactFact, channel: Channel) => !noWayTo(contact, channel, { debtor, contacts });
  const first = (among: readonly ContactFact[]) =>
    among
      .filter((contact) => contact.id !== written?.id && contact.id !== called?.id && !contact.isMailbox)
      .filter((contact) => canBe(contact, 'call') || canBe(contact, 'email'))
      .sort((a, b) => rank(a) - rank(b))[0];
  return {
    other: first(people) ?? first(sharedContacts({ debtor, contacts, shared })),
    tried: contacts.filter(({ id }) => reached.has(id) || id === written?.id),
  };

  function rank({ id, role }: ContactFact): number {
    return (reached.has(id) ? 2 : 0) + (role === 'alternate' ? 0 : 1);
  }
}
