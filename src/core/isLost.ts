import type { ContactFact, DebtorFacts } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';

/**
 * Whether the customer has to be found again: addresses or numbers were on file, at least one turned out to be wrong, and none that
 * works is left. Who refuses a channel, or is not to be contacted, is not lost. That a third party can be reached finds nobody.
 */
export function isLost({ debtor, contacts }: Pick<DebtorFacts, 'debtor' | 'contacts'>): boolean {
  const own = contacts.filter((contact) => !isThirdParty(contact, debtor.kind));
  return own.some(({ deadChannels }) => deadChannels.length > 0) && !own.some(hasLiveDetail);
}

function hasLiveDetail({ phone, mobile, email, deadChannels }: ContactFact): boolean {
  const canRing = (phone ?? mobile) !== undefined && !deadChannels.includes('call');
  return canRing || (email !== undefined && !deadChannels.includes('email'));
}
