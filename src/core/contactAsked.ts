import { alternateContact } from './alternateContact.ts';
import { contactFor } from './contactFor.ts';
import type { ContactFact, DebtorFacts } from './facts.ts';

/** Whom a prompt of that kind asks to reach by telephone: a person, and for another contact not the one who was tried. */
export function contactAsked(
  kind: string | undefined,
  facts: Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared' | 'activities'>,
): ContactFact | undefined {
  if (kind === 'alternate_contact') return alternateContact(facts).other;
  const people = facts.contacts.filter(({ isMailbox }) => !isMailbox);
  return contactFor({ ...facts, contacts: people }, 'call');
}
