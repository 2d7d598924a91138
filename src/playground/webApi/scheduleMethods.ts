import { z } from 'zod';
import type { LocalSlack } from '../LocalSlack.ts';
import { armScheduled } from '../messages/armScheduled.ts';
import { SlackError } from '../SlackError.ts';
import { newSlackId } from '../state/newSlackId.ts';
import { count, json, optional, required } from './arguments.ts';
import { visibleConversation, writableConversation } from './conversationAccess.ts';
import { readContent } from './messageContent.ts';
import { method } from './method.ts';
import { threadHead } from './threadHead.ts';

const DAY_SECONDS = 86_400;
/** Source: Slack, chat.scheduleMessage. */
const DAYS_AHEAD = 120;
const MOST_IN_WINDOW = 30;
const WINDOW_SECONDS = 300;

function refuseTime(slack: LocalSlack, channel: string, postAt: number): void {
  const now = Math.floor(slack.clock.now().getTime() / 1000);
  if (postAt <= now) throw new SlackError('time_in_past');
  if (postAt > now + DAYS_AHEAD * DAY_SECONDS) throw new SlackError('time_too_far');
  const near = [...slack.scheduled.values()].filter(
    (other) => other.channel === channel && Math.abs(other.postAt - postAt) < WINDOW_SECONDS,
  );
  if (near.length >= MOST_IN_WINDOW) throw new SlackError('restricted_too_many');
}

export const scheduleMethods = {
  'chat.scheduleMessage': method({
    tier: 't3',
    scopes: ['chat:write'],
    args: z.object({
      channel: required,
      post_at: count,
      text: optional,
      blocks: json,
      attachments: json,
      markdown_text: optional,
      thread_ts: optional,
    }),
    run: (slack, args) => {
      const channel = writableConversation(slack, args.channel);
      refuseTime(slack, channel.id, args.post_at);
      const { truncated: _, metadata: __, ...checked } = readContent(slack, args);
      const scheduled = {
        id: newSlackId('Q'),
        channel: channel.id,
        postAt: args.post_at,
        draft: { ...checked, ...threadHead(slack, channel.id, args.thread_ts) },
      };
      armScheduled(slack, scheduled);
      return {
        ok: true,
        channel: channel.id,
        scheduled_message_id: scheduled.id,
        post_at: scheduled.postAt,
        message: {
          ...scheduled.draft,
          type: 'delayed_message',
          subtype: 'bot_message',
          bot_id: slack.identity.botId,
        },
      };
    },
  }),

  'chat.deleteScheduledMessage': method({
    tier: 't3',
    scopes: ['chat:write'],
    args: z.object({ channel: required, scheduled_message_id: required }),
    run: (slack, args) => {
      const { id } = visibleConversation(slack, args.channel);
      const scheduled = slack.scheduled.get(args.scheduled_message_id);
      if (scheduled?.channel !== id) throw new SlackError('invalid_scheduled_message_id');
      slack.scheduled.delete(scheduled.id);
      slack.changed();
      return { ok: true };
    },
  }),
};
