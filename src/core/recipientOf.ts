import type { ContactFact, DebtorFacts } from './facts.ts';
import { noWayTo } from './noWayTo.ts';
import { sharedContacts } from './sharedContacts.ts';

/** A contact with an address that may be written to. */
export type Recipient = ContactFact & { readonly email: string };

/**
 * Who a notice is written to: the payables contact, else another person, else a mailbox; in the order in which contacts are kept. Where
 * nobody of the account's own can be, whom its group shares. About a private individual nobody but they themselves. Undefined when nobody can be written to as things are recorded.
 */
export function recipientOf({
  debtor,
  contacts,
  shared,
}: Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared'>): Recipient | undefined {
  const canBeMailed = (contact: ContactFact): contact is Recipient =>
    noWayTo(contact, 'email', { debtor, contacts }) === undefined;
  const first = (among: readonly ContactFact[]) => {
    const usable = among.filter(canBeMailed);
    const people = usable.filter(({ isMailbox }) => !isMailbox);
    return people.find(({ role }) => role === 'payables') ?? people[0] ?? usable[0];
  };
  return first(contacts) ?? first(sharedContacts({ debtor, contacts, shared }));
}
