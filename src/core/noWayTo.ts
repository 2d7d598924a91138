import type { ContactFact, DebtorFacts } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';
import { samePerson } from './samePerson.ts';
import { numberToRing, wrongNumbers } from './wrongNumbers.ts';

export type Channel = 'call' | 'email' | 'text' | 'letter';

/** Why a contact can never be reached through a channel as things are recorded; undefined when nothing speaks against it. */
export type NoWay = 'third_party' | 'do_not_contact' | 'left' | 'refused' | 'dead' | 'mailbox' | 'no_address';

/**
 * Whether and why not a contact may be reached through a channel, whatever the time. What somebody asked of us, and that they have left, holds for
 * every entry that the account has of them.
 */
export function noWayTo(
  contact: ContactFact,
  channel: Channel,
  { debtor, contacts }: Pick<DebtorFacts, 'debtor' | 'contacts'>,
): NoWay | undefined {
  const anyEntry = (says: (entry: ContactFact) => boolean) =>
    says(contact) ||
    contacts.some((entry) => says(entry) && !isThirdParty(entry, debtor.kind) && samePerson(entry, contact));
  if (isThirdParty(contact, debtor.kind)) return 'third_party';
  if (anyEntry(({ doNotContact }) => doNotContact)) return 'do_not_contact';
  if (anyEntry(({ hasLeft = false }) => hasLeft)) return 'left';
  if (anyEntry(({ refusedChannels }) => refusedChannels.includes(channel))) return 'refused';
  if (contact.deadChannels.includes(channel)) return 'dead';
  if (channel === 'call' && contact.isMailbox) return 'mailbox';
  if (channel === 'call' && !contact.phone && !contact.mobile) return 'no_address';
  if (channel === 'call' && numberToRing(contact) === undefined) return 'dead';
  if (channel === 'text' && !contact.mobile) return 'no_address';
  if (channel === 'text' && wrongNumbers(contact).includes(contact.mobile ?? '')) return 'dead';
  if (channel === 'email' && !contact.email) return 'no_address';
  return undefined;
}
