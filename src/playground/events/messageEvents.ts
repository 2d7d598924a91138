import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { renderMessage } from '../messages/renderMessage.ts';
import type { Message } from '../state/model.ts';
import { emitEvent } from './emitEvent.ts';

const CHANNEL_TYPES = {
  public: { subscription: 'message.channels', channel_type: 'channel' },
  private: { subscription: 'message.groups', channel_type: 'group' },
  im: { subscription: 'message.im', channel_type: 'im' },
} as const;

async function emitInChannel(slack: LocalSlack, channel: string, event: JsonObject): Promise<void> {
  const kind = slack.conversations.get(channel)?.kind ?? 'public';
  const { subscription, channel_type } = CHANNEL_TYPES[kind];
  await emitEvent(slack, subscription, { ...event, channel, channel_type }, channel);
}

/** A new message; one that names the bot in a channel is an `app_mention` too. */
export async function emitMessage(slack: LocalSlack, message: Message): Promise<void> {
  const event = { ...renderMessage(slack, message), event_ts: message.ts };
  const mentioned =
    !message.byBot &&
    message.text.includes(`<@${slack.identity.botUserId}>`) &&
    slack.conversations.get(message.channel)?.kind !== 'im';
  await Promise.all([
    emitInChannel(slack, message.channel, event),
    mentioned
      ? emitEvent(
          slack,
          'app_mention',
          { ...event, type: 'app_mention', channel: message.channel },
          message.channel,
        )
      : undefined,
  ]);
}

/** `message_changed`, with the message as it was before. */
export async function emitMessageChanged(
  slack: LocalSlack,
  message: Message,
  before: Message,
): Promise<void> {
  const ts = slack.ts.next(slack.clock.now());
  await emitInChannel(slack, message.channel, {
    type: 'message',
    subtype: 'message_changed',
    ts,
    message: renderMessage(slack, message),
    previous_message: renderMessage(slack, before),
    hidden: true,
    event_ts: ts,
  });
}

export async function emitMessageDeleted(slack: LocalSlack, message: Message): Promise<void> {
  const ts = slack.ts.next(slack.clock.now());
  await emitInChannel(slack, message.channel, {
    type: 'message',
    subtype: 'message_deleted',
    ts,
    deleted_ts: message.ts,
    previous_message: renderMessage(slack, message),
    hidden: true,
    event_ts: ts,
  });
}
