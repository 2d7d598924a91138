import type { ContactFact } from './facts.ts';

/**
 * Whether the customer has to be found again: addresses or numbers were on file, at least one turned out to be wrong, and none that
 * works is left. Who refuses a channel, or is not to be contacted, is not lost.
 */
export function isLost(contacts: readonly ContactFact[]): boolean {
  return contacts.some(({ deadChannels }) => deadChannels.length > 0) && !contacts.some(hasLiveDetail);
}

function hasLiveDetail({ phone, mobile, email, deadChannels }: ContactFact): boolean {
  const canRing = (phone ?? mobile) !== undefined && !deadChannels.includes('call');
  return canRing || (email !== undefined && !deadChannels.includes('email'));
}
