import type { ContactFact, DebtorFacts } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';
import { type Channel, noWayTo } from './noWayTo.ts';

/**
 * Whom to reach through a channel: the first person who can be, then a shared mailbox, else the first on file; never a third party.
 */
export function contactFor(
  { debtor, contacts }: Pick<DebtorFacts, 'debtor' | 'contacts'>,
  channel: Channel,
): ContactFact | undefined {
  const own = contacts.filter((contact) => !isThirdParty(contact, debtor.kind));
  const usable = own.filter((contact) => !noWayTo(contact, channel, debtor.kind));
  return usable.find(({ isMailbox }) => !isMailbox) ?? usable[0] ?? own[0];
}
