import type { ContactFact, DebtorFacts } from './facts.ts';
import { samePerson } from './samePerson.ts';

/**
 * The contacts of the other accounts of a group: whom to reach where nobody of the account's own can be (domain.md, *Words*: group). Only
 * among businesses: about a private individual or a sole trader nobody else is ever told. Whom the account has itself is reached as it has them on
 * file; what one entry says against reaching somebody holds for every entry of the same person.
 */
export function sharedContacts({
  debtor,
  contacts,
  shared = [],
}: Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared'>): readonly ContactFact[] {
  if (debtor.kind !== 'business') return [];
  return shared
    .filter((contact) => !contacts.some((own) => samePerson(own, contact)))
    .map((contact) => {
      const entries = shared.filter((other) => samePerson(other, contact));
      if (entries.length === 1) return contact;
      return {
        ...contact,
        doNotContact: entries.some(({ doNotContact }) => doNotContact),
        hasLeft: entries.some(({ hasLeft }) => hasLeft),
        refusedChannels: [...new Set(entries.flatMap(({ refusedChannels }) => refusedChannels))],
        deadChannels: [...new Set(entries.flatMap(({ deadChannels }) => deadChannels))],
      };
    });
}
