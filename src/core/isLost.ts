import type { ContactFact, DebtorFacts } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';
import { sharedContacts } from './sharedContacts.ts';
import { numberToRing } from './wrongNumbers.ts';

/**
 * Whether the customer has to be found again: addresses or numbers were on file, at least one turned out to be wrong or to be of somebody who has left the
 * company, and none that works is there any more. Who refuses a channel, or is not to be contacted, is not lost, nor whose group shares somebody who can be reached. That a third party can be reached finds nobody.
 */
export function isLost({
  debtor,
  contacts,
  shared,
}: Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared'>): boolean {
  const own = contacts.filter((contact) => !isThirdParty(contact, debtor.kind));
  const reachable = [...own, ...sharedContacts({ debtor, contacts, shared })];
  const isGone = ({ deadChannels, hasLeft }: ContactFact) => deadChannels.length > 0 || hasLeft;
  return own.some(isGone) && !reachable.some(hasLiveDetail);
}

function hasLiveDetail(contact: ContactFact): boolean {
  const { email, deadChannels, hasLeft } = contact;
  if (hasLeft) return false;
  return numberToRing(contact) !== undefined || (email !== undefined && !deadChannels.includes('email'));
}
