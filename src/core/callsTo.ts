import type { ActivityFact, ContactFact, DebtorFacts } from './facts.ts';
import { samePerson } from './samePerson.ts';

/**
 * What counts as calls to one person, by whichever entry of theirs: what was done with them on the account, whoever was called there
 * where nobody noted whom, and what was done with them on the other accounts of the group.
 */
export function callsTo(
  contact: ContactFact,
  {
    activities,
    elsewhere = [],
    contacts,
    shared = [],
  }: Pick<DebtorFacts, 'activities' | 'elsewhere' | 'contacts' | 'shared'>,
): ActivityFact[] {
  // it may have been to this one, of the account's own
  const unnamed = contact.of === undefined ? contact.id : undefined;
  const entries = [...contacts, ...shared].filter((entry) => samePerson(entry, contact));
  const ids = new Set([contact.id, ...entries.map(({ id }) => id)]);
  const isTheirs = (contactId: string | undefined) => contactId !== undefined && ids.has(contactId);
  return [
    ...activities.filter(({ contactId = unnamed }) => isTheirs(contactId)),
    ...elsewhere.filter(({ contactId }) => isTheirs(contactId)),
  ];
}
