import type { ContactFact } from './facts.ts';
import { type Channel, noWayTo } from './noWayTo.ts';

/** Whom to reach through a channel: the first person who can be, then a shared mailbox, else the first on file. */
export function contactFor(contacts: readonly ContactFact[], channel: Channel): ContactFact | undefined {
  const usable = contacts.filter((contact) => !noWayTo(contact, channel));
  return usable.find(({ isMailbox }) => !isMailbox) ?? usable[0] ?? contacts[0];
}
