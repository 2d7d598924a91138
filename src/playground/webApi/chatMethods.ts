import { z } from 'zod';
import { limits } from '../../../blocks/limits.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { postMessage } from '../messages/postMessage.ts';
import { renderMessage } from '../messages/renderMessage.ts';
import { removeMessage, replaceMessage } from '../messages/replaceMessage.ts';
import { SlackError } from '../SlackError.ts';
import type { Message } from '../state/model.ts';
import { flag, json, optional, required } from './arguments.ts';
import { visibleConversation, writableConversation } from './conversationAccess.ts';
import { readContent } from './messageContent.ts';
import { method } from './method.ts';
import { threadHead } from './threadHead.ts';

/** The arguments every way of posting shares. */
const content = { text: optional, blocks: json, attachments: json, markdown_text: optional, metadata: json };

function ownMessage(slack: LocalSlack, channel: string, ts: string, refusal: string): Message {
  const { id } = visibleConversation(slack, channel);
  const message = slack.messages.find(id, ts);
  if (!message) throw new SlackError('message_not_found');
  if (!message.byBot) throw new SlackError(refusal);
  return message;
}

export const chatMethods = {
  'chat.postMessage': method({
    tier: 'post',
    scopes: ['chat:write'],
    args: z.object({ channel: required, ...content, thread_ts: optional, reply_broadcast: flag }),
    run: (slack, args) => {
      const channel = writableConversation(slack, args.channel);
      slack.limits.countPost(channel.id);
      const { truncated, ...checked } = readContent(slack, args);
      const { message } = postMessage(slack, {
        ...checked,
        ...threadHead(slack, channel.id, args.thread_ts),
        ...(args.reply_broadcast && args.thread_ts ? { reply_broadcast: true } : {}),
        channel: channel.id,
        user: slack.identity.botUserId,
        byBot: true,
      });
      const warning = truncated
        ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } }
        : {};
      return {
        ok: true,
        channel: channel.id,
        ts: message.ts,
        message: renderMessage(slack, message, true),
        ...warning,
      };
    },
  }),

  'chat.update': method({
    tier: 't3',
    scopes: ['chat:write'],
    args: z.object({ channel: required, ts: required, ...content }),
    run: (slack, args) => {
      const message = ownMessage(slack, args.channel, args.ts, 'cant_update_message');
      if ((args.text ?? '').length > limits.message.text) throw new SlackError('msg_too_long');
      const nothingNew =
        args.text === undefined && args.blocks === undefined && args.attachments === undefined;
      if (nothingNew && args.metadata === undefined) throw new SlackError('no_text');
      if (!nothingNew) {
        const { truncated: _, metadata, ...checked } = readContent(slack, args);
        replaceMessage(slack, message, {
          text: args.text === undefined ? message.text : checked.text,
          blocks: checked.blocks,
          attachments: checked.attachments,
          metadata: args.metadata === undefined ? message.metadata : metadata,
          edited: checked.blocks
            ? message.edited
            : { user: message.user, ts: slack.ts.next(slack.clock.now()) },
        });
      } else {
        const { metadata } = readContent(slack, { text: 'unchanged', metadata: args.metadata });
        replaceMessage(slack, message, { metadata });
      }
      return {
        ok: true,
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: renderMessage(slack, message, true),
      };
    },
  }),

  'chat.delete': method({
    tier: 't3',
    scopes: ['chat:write'],
    args: z.object({ channel: required, ts: required }),
    run: (slack, args) => {
      const message = ownMessage(slack, args.channel, args.ts, 'cant_delete_message');
      removeMessage(slack, message);
      return { ok: true, channel: message.channel, ts: message.ts };
    },
  }),

  'chat.postEphemeral': method({
    tier: 't4',
    scopes: ['chat:write'],
    args: z.object({ channel: required, user: required, ...content, thread_ts: optional }),
    run: (slack, args) => {
      const channel = writableConversation(slack, args.channel);
      if (!slack.conversations.botIsIn(channel.id)) throw new SlackError('not_in_channel');
      if (!channel.members.has(args.user)) throw new SlackError('user_not_in_channel');
      const { truncated, metadata: _, ...checked } = readContent(slack, args);
      if (truncated) throw new SlackError('msg_too_long');
      const { message } = postMessage(slack, {
        ...checked,
        ...threadHead(slack, channel.id, args.thread_ts),
        channel: channel.id,
        user: slack.identity.botUserId,
        byBot: true,
        ephemeralFor: args.user,
      });
      return { ok: true, message_ts: message.ts };
    },
  }),

  'chat.getPermalink': method({
    tier: 'special',
    args: z.object({ channel: required, message_ts: required }),
    run: (slack, args) => {
      const { id } = visibleConversation(slack, args.channel);
      const message = slack.messages.find(id, args.message_ts);
      if (!message) throw new SlackError('message_not_found');
      const thread =
        message.thread_ts && message.thread_ts !== message.ts
          ? `?thread_ts=${message.thread_ts}&cid=${id}`
          : '';
      const permalink = `${slack.url}/archives/${id}/p${message.ts.replace('.', '')}${thread}`;
      return { ok: true, channel: id, permalink };
    },
  }),
};
