import { z } from 'zod';
import { renderMessage } from '../messages/renderMessage.ts';
import { SlackError } from '../SlackError.ts';
import { clientCall } from './clientCall.ts';
import { deliverInteraction } from './deliverInteraction.ts';
import { interactionPayload } from './interactionPayload.ts';
import { conversationOf, messageOf, payloadChannel } from './person.ts';

/** A person uses one of the app's shortcuts: a global one, or one on a message. */
export const shortcut = clientCall(
  z.object({
    user: z.string(),
    callback_id: z.string(),
    channel: z.string().optional(),
    ts: z.string().optional(),
  }),
  async (slack, { user, callback_id, channel, ts }) => {
    const type = channel === undefined || ts === undefined ? 'global' : 'message';
    const known = slack.manifest.shortcuts.some((s) => s.callbackId === callback_id && s.type === type);
    if (!known) throw new SlackError('no_such_shortcut');
    const common = { callback_id, action_ts: slack.ts.next(slack.clock.now()) };
    if (channel === undefined || ts === undefined) {
      await deliverInteraction(slack, user, callback_id, {
        ...interactionPayload(slack, 'shortcut', user),
        ...common,
        trigger_id: slack.triggers.issue({ user }),
      });
      return { ok: true };
    }
    const conversation = conversationOf(slack, user, channel);
    const message = messageOf(slack, user, conversation.id, ts);
    if (message.ephemeralFor) throw new SlackError('message_not_found');
    const respondee = { channel: conversation.id, user, messageTs: message.ts };
    await deliverInteraction(slack, user, callback_id, {
      ...interactionPayload(slack, 'message_action', user),
      ...common,
      trigger_id: slack.triggers.issue({ user, channel: conversation.id }),
      channel: payloadChannel(conversation),
      response_url: `${slack.url}${slack.responseUrls.issue(respondee, slack.clock.now())}`,
      message_ts: message.ts,
      message: renderMessage(slack, message),
    });
    return { ok: true };
  },
);
