import type { ContactFact, DebtorFacts } from './facts.ts';
import { noWayTo } from './noWayTo.ts';

/** A contact with an address that may be written to. */
export type Recipient = ContactFact & { readonly email: string };

/**
 * Who a notice is written to: the payables contact, else another person, else a mailbox; in the order in which contacts are kept. About
 * a private individual nobody but they themselves. Undefined when nobody can be written to as things are recorded.
 */
export function recipientOf({
  debtor,
  contacts,
}: Pick<DebtorFacts, 'debtor' | 'contacts'>): Recipient | undefined {
  const canBeMailed = (contact: ContactFact): contact is Recipient =>
    noWayTo(contact, 'email', debtor.kind) === undefined;
  const usable = contacts.filter(canBeMailed);
  const people = usable.filter(({ isMailbox }) => !isMailbox);
  return people.find(({ role }) => role === 'payables') ?? people[0] ?? usable[0];
}
