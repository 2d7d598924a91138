import type { ContactFact, DebtorFacts } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';
import { type Channel, noWayTo } from './noWayTo.ts';
import { sharedContacts } from './sharedContacts.ts';

/**
 * Whom to reach through a channel: the first person who can be, then a shared mailbox, then the same of those that its group shares, else the first on file who
 * has not left; never a third party.
 */
export function contactFor(
  facts: Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared'>,
  channel: Channel,
): ContactFact | undefined {
  const { debtor, contacts } = facts;
  const own = contacts.filter((contact) => !isThirdParty(contact, debtor.kind));
  const first = (among: readonly ContactFact[]) => {
    const usable = among.filter((contact) => !noWayTo(contact, channel, facts));
    return usable.find(({ isMailbox }) => !isMailbox) ?? usable[0];
  };
  return first(own) ?? first(sharedContacts(facts)) ?? own.find(({ hasLeft }) => !hasLeft);
}
