import type { LocalSlack } from '../LocalSlack.ts';
import type { PlaygroundUser } from '../PlaygroundOptions.ts';
import { SlackError } from '../SlackError.ts';
import type { Conversation, Message } from '../state/model.ts';

/** @throws SlackError user_not_found, for people who left too */
export function personOf(slack: LocalSlack, id: string): PlaygroundUser {
  const user = slack.users.get(id);
  if (!user || slack.deactivated.has(id)) throw new SlackError('user_not_found');
  return user;
}

/** A conversation this person is in, by id or `#name`. @throws SlackError channel_not_found */
export function conversationOf(slack: LocalSlack, user: string, channel: string): Conversation {
  const found =
    slack.conversations.get(channel) ??
    slack.conversations.all().find((c) => c.kind !== 'im' && c.name === channel.replace(/^#/, ''));
  if (!found?.members.has(personOf(slack, user).id)) throw new SlackError('channel_not_found');
  return found;
}

/** A message this person can see, ephemeral ones of theirs included. @throws SlackError message_not_found */
export function messageOf(slack: LocalSlack, user: string, channel: string, ts: string): Message {
  const { id } = conversationOf(slack, user, channel);
  const message = slack.messages.find(id, ts) ?? slack.messages.findEphemeral(id, ts, user);
  if (!message) throw new SlackError('message_not_found');
  return message;
}

/** What interaction payloads call a conversation: its kind, where the name is nobody else's business. */
export function payloadChannel(conversation: Conversation): { id: string; name: string } {
  const names = { public: conversation.name, private: 'privategroup', im: 'directmessage' };
  return { id: conversation.id, name: names[conversation.kind] };
}
