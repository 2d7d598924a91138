import { z } from 'zod';
import type { LocalSlack } from '../LocalSlack.ts';
import { renderMessage } from '../messages/renderMessage.ts';
import { SlackError } from '../SlackError.ts';
import type { Message } from '../state/model.ts';
import { count, flag, optional, required } from './arguments.ts';
import { requireScope, scopeFor, visibleConversation } from './conversationAccess.ts';
import { method } from './method.ts';
import { page } from './page.ts';

const HISTORY_SCOPES = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const range = {
  channel: required,
  oldest: optional,
  latest: optional,
  inclusive: flag,
  include_all_metadata: flag,
  cursor: optional,
  limit: count.min(1).max(999).default(100),
};

/** A conversation whose history the app may read: its bot must be in it. */
function readable(slack: LocalSlack, id: string): string {
  const conversation = visibleConversation(slack, id);
  requireScope(slack, scopeFor(conversation.kind, 'history'));
  if (!slack.conversations.botIsIn(conversation.id)) throw new SlackError('not_in_channel');
  return conversation.id;
}

function within(args: { oldest?: string | undefined; latest?: string | undefined; inclusive: boolean }) {
  const oldest = asTs(args.oldest, '0000000000.000000');
  const latest = asTs(args.latest, '9999999999.999999');
  return ({ ts }: Message) => (args.inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest);
}

/** Both `1780000000` and `1780000000.000100` are taken; as text of equal length they compare like numbers. */
function asTs(given: string | undefined, otherwise: string): string {
  const [seconds = '', micros = ''] = (given ?? otherwise).split('.');
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`;
}

export const historyMethods = {
  'conversations.history': method({
    tier: 't3',
    scopes: HISTORY_SCOPES,
    args: z.object(range),
    run: (slack, args) => {
      const channel = readable(slack, args.channel);
      const messages = slack.messages
        .list(channel)
        .filter((m) => m.thread_ts === undefined || m.thread_ts === m.ts || m.reply_broadcast)
        .filter(within(args))
        .reverse();
      const { items, response_metadata } = page(messages, args.cursor, args.limit);
      return {
        ok: true,
        messages: items.map((m) => renderMessage(slack, m, args.include_all_metadata)),
        has_more: response_metadata.next_cursor !== '',
        pin_count: 0,
        response_metadata,
      };
    },
  }),

  'conversations.replies': method({
    tier: 't3',
    scopes: HISTORY_SCOPES,
    args: z.object({ ...range, ts: required }),
    run: (slack, args) => {
      const channel = readable(slack, args.channel);
      const named = slack.messages.find(channel, args.ts);
      if (!named) throw new SlackError('thread_not_found');
      const head = slack.messages.find(channel, named.thread_ts ?? named.ts);
      const replies = slack.messages.repliesTo(channel, head?.ts ?? named.ts).filter(within(args));
      const { items, response_metadata } = page(replies, args.cursor, args.limit);
      return {
        ok: true,
        messages: [...(head ? [head] : []), ...items].map((m) =>
          renderMessage(slack, m, args.include_all_metadata),
        ),
        has_more: response_metadata.next_cursor !== '',
        response_metadata,
      };
    },
  }),
};
