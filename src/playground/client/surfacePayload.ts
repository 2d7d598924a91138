import { renderView } from '../interaction/renderView.ts';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { renderMessage } from '../messages/renderMessage.ts';
import type { Surface } from './findAction.ts';
import { payloadChannel } from './person.ts';

/** `container` and what stands in it: `channel` and `message`, or `view`. */
export function surfacePayload(slack: LocalSlack, surface: Surface): JsonObject {
  if (!surface.message) {
    const { view } = surface;
    return { container: { type: 'view', view_id: view.id }, view: renderView(slack, view) };
  }
  const { message } = surface;
  const conversation = slack.conversations.get(message.channel);
  const isEphemeral = message.ephemeralFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...(message.thread_ts && message.thread_ts !== message.ts ? { thread_ts: message.thread_ts } : {}),
    },
    ...(conversation ? { channel: payloadChannel(conversation) } : {}),
    ...(isEphemeral ? {} : { message: renderMessage(slack, message) }),
  };
}
