import { z } from 'zod';
import { emitEvent } from '../events/emitEvent.ts';
import { SlackError } from '../SlackError.ts';
import type { Conversation } from '../state/model.ts';
import { count, flag, optional, required } from './arguments.ts';
import { requireScope, scopeFor, visibleConversation } from './conversationAccess.ts';
import { method } from './method.ts';
import { page } from './page.ts';
import { renderConversation } from './renderConversation.ts';

const READ_SCOPES = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const limit = count.min(1).max(1000).default(100);
const KINDS: Record<string, Conversation['kind'] | 'mpim'> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

export const conversationMethods = {
  'conversations.open': method({
    tier: 't3',
    scopes: ['im:write', 'mpim:write'],
    args: z.object({ users: optional, channel: optional, return_im: flag, prevent_creation: flag }),
    run: (slack, args) => {
      const people = (args.users ?? '').split(',').filter((id) => id !== '');
      if (args.channel === undefined && people.length === 0) throw new SlackError('users_list_not_supplied');
      const unknown = people.some((id) => !slack.users.has(id));
      if (unknown) throw new SlackError('user_not_found');
      // Conversations of several people and the bot are no part of this workspace.
      if (people.length > 1) throw new SlackError('invalid_user_combination');
      const [first] = people;
      const found =
        args.channel === undefined && first !== undefined
          ? slack.conversations.dmWith(first)
          : slack.conversations.get(args.channel ?? '');
      if (!found) throw new SlackError('channel_not_found');
      if (found.kind !== 'im') throw new SlackError('method_not_supported_for_channel_type');
      const channel = args.return_im ? renderConversation(slack, found) : { id: found.id };
      return { ok: true, no_op: true, already_open: true, channel };
    },
  }),

  'conversations.info': method({
    tier: 't3',
    scopes: READ_SCOPES,
    args: z.object({ channel: required, include_num_members: flag }),
    run: (slack, args) => {
      const conversation = visibleConversation(slack, args.channel);
      requireScope(slack, scopeFor(conversation.kind, 'read'));
      const { num_members, ...channel } = renderConversation(slack, conversation);
      return { ok: true, channel: args.include_num_members ? { ...channel, num_members } : channel };
    },
  }),

  'conversations.list': method({
    tier: 't2',
    scopes: READ_SCOPES,
    args: z.object({ types: optional, exclude_archived: flag, cursor: optional, limit }),
    run: (slack, args) => {
      const types = (args.types ?? 'public_channel').split(',').map((type) => KINDS[type.trim()]);
      if (types.includes(undefined)) throw new SlackError('invalid_types');
      for (const kind of types) {
        if (kind === 'mpim') requireScope(slack, 'mpim:read');
        else if (kind) requireScope(slack, scopeFor(kind, 'read'));
      }
      const wanted = slack.conversations
        .all()
        .filter((c) => types.includes(c.kind))
        .filter((c) => c.kind === 'public' || slack.conversations.botIsIn(c.id))
        .filter((c) => !args.exclude_archived || !c.isArchived);
      const { items, response_metadata } = page(wanted, args.cursor, args.limit);
      return { ok: true, channels: items.map((c) => renderConversation(slack, c)), response_metadata };
    },
  }),

  'conversations.members': method({
    tier: 't4',
    scopes: READ_SCOPES,
    args: z.object({ channel: required, cursor: optional, limit }),
    run: (slack, args) => {
      const conversation = visibleConversation(slack, args.channel);
      requireScope(slack, scopeFor(conversation.kind, 'read'));
      const { items, response_metadata } = page([...conversation.members], args.cursor, args.limit);
      return { ok: true, members: items, response_metadata };
    },
  }),

  'conversations.join': method({
    tier: 't3',
    scopes: ['channels:join'],
    args: z.object({ channel: required }),
    run: async (slack, args) => {
      const conversation = visibleConversation(slack, args.channel);
      if (conversation.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
      if (conversation.isArchived) throw new SlackError('is_archived');
      const already = slack.conversations.botIsIn(conversation.id);
      conversation.members.add(slack.identity.botUserId);
      slack.changed();
      const channel = renderConversation(slack, conversation);
      if (already) return { ok: true, channel, warning: 'already_in_channel' };
      void emitEvent(
        slack,
        'member_joined_channel',
        {
          type: 'member_joined_channel',
          user: slack.identity.botUserId,
          channel: conversation.id,
          channel_type: 'C',
          team: slack.identity.team.id,
          event_ts: slack.ts.next(slack.clock.now()),
        },
        conversation.id,
      );
      return { ok: true, channel };
    },
  }),
};
