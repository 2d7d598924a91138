import type { ContactFact, DebtorKind } from './facts.ts';
import { isThirdParty } from './isThirdParty.ts';

export type Channel = 'call' | 'email' | 'text' | 'letter';

/** Why a contact can never be reached through a channel as things are recorded; undefined when nothing speaks against it. */
export type NoWay = 'third_party' | 'do_not_contact' | 'refused' | 'dead' | 'mailbox' | 'no_address';

/** Whether and why not a contact of a debtor of that kind may be reached through a channel, whatever the time. */
export function noWayTo(contact: ContactFact, channel: Channel, kind: DebtorKind): NoWay | undefined {
  if (isThirdParty(contact, kind)) return 'third_party';
  if (contact.doNotContact) return 'do_not_contact';
  if (contact.refusedChannels.includes(channel)) return 'refused';
  if (contact.deadChannels.includes(channel)) return 'dead';
  if (channel === 'call' && contact.isMailbox) return 'mailbox';
  if (channel === 'call' && !contact.phone && !contact.mobile) return 'no_address';
  if (channel === 'text' && !contact.mobile) return 'no_address';
  if (channel === 'email' && !contact.email) return 'no_address';
  return undefined;
}
