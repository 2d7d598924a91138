import { z } from 'zod';
import type { LocalSlack } from '../LocalSlack.ts';
import { react, unreact } from '../messages/react.ts';
import { renderMessage } from '../messages/renderMessage.ts';
import { SlackError } from '../SlackError.ts';
import type { Message } from '../state/model.ts';
import { flag, optional, required } from './arguments.ts';
import { visibleConversation } from './conversationAccess.ts';
import { method } from './method.ts';

const TS = /^\d{10}\.\d{6}$/;

function messageAt(slack: LocalSlack, channel: string | undefined, timestamp: string | undefined): Message {
  if (channel === undefined || timestamp === undefined) throw new SlackError('no_item_specified');
  if (!TS.test(timestamp)) throw new SlackError('bad_timestamp');
  const conversation = visibleConversation(slack, channel);
  const message = slack.messages.find(conversation.id, timestamp);
  if (!message) throw new SlackError('message_not_found');
  return message;
}

export const reactionMethods = {
  'reactions.add': method({
    tier: 't3',
    scopes: ['reactions:write'],
    args: z.object({ channel: required, timestamp: required, name: required }),
    run: (slack, args) => {
      const message = messageAt(slack, args.channel, args.timestamp);
      if (slack.conversations.get(message.channel)?.isArchived) throw new SlackError('is_archived');
      void react(slack, message, slack.identity.botUserId, args.name);
      return { ok: true };
    },
  }),
  'reactions.remove': method({
    tier: 't2',
    scopes: ['reactions:write'],
    args: z.object({ channel: optional, timestamp: optional, name: required }),
    run: (slack, args) => {
      const message = messageAt(slack, args.channel, args.timestamp);
      void unreact(slack, message, slack.identity.botUserId, args.name);
      return { ok: true };
    },
  }),
  'reactions.get': method({
    tier: 't3',
    scopes: ['reactions:read'],
    args: z.object({ channel: optional, timestamp: optional, full: flag }),
    run: (slack, args) => {
      const message = messageAt(slack, args.channel, args.timestamp);
      const permalink = `${slack.url}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
      return {
        ok: true,
        type: 'message',
        channel: message.channel,
        message: { ...renderMessage(slack, message), permalink },
      };
    },
  }),
};
