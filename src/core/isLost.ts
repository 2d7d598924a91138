import type { ContactFact, DebtorFacts } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';
import { sharedContacts } from './sharedContacts.ts';
import { numberToRing } from './wrongNumbers.ts';

/**
 * Whether the customer has to be found again: addresses or numbers were on file, at least one turned out to be wrong, and none that
 * works is left. Who refuses a channel, or is not to be contacted, is not lost, nor whose group shares somebody who can be reached. That a third party can be reached finds nobody.
 */
export function isLost({
  debtor,
  contacts,
  shared,
}: Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared'>): boolean {
  const own = contacts.filter((contact) => !isThirdParty(contact, debtor.kind));
  const reachable = [...own, ...sharedContacts({ debtor, contacts, shared })];
  return own.some(({ deadChannels }) => deadChannels.length > 0) && !reachable.some(hasLiveDetail);
}

function hasLiveDetail(contact: ContactFact): boolean {
  const { email, deadChannels } = contact;
  return numberToRing(contact) !== undefined || (email !== undefined && !deadChannels.includes('email'));
}
