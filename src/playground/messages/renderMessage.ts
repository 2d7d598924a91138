import { renderFile } from '../files/renderFile.ts';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Message } from '../state/model.ts';

/** A message in the form in which Slack shows it to apps. Metadata only where it was asked for. */
export function renderMessage(slack: LocalSlack, message: Message, withMetadata = false): JsonObject {
  const { identity } = slack;
  const files = (message.files ?? []).map((id) => slack.files.get(id)).filter((f) => f !== undefined);
  return {
    ...(message.client_msg_id ? { client_msg_id: message.client_msg_id } : {}),
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: identity.team.id,
    ...(message.byBot ? byTheBot(slack) : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(files.length > 0
      ? {
          files: files.map((f) => renderFile(slack, f)),
          upload: message.byBot ?? false,
          display_as_bot: false,
        }
      : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.reactions?.length
      ? { reactions: message.reactions.map((r) => ({ ...r, count: r.users.length })) }
      : {}),
    ...thread(slack, message),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

function byTheBot({ identity }: LocalSlack): JsonObject {
  return {
    bot_id: identity.botId,
    app_id: identity.appId,
    bot_profile: {
      id: identity.botId,
      app_id: identity.appId,
      user_id: identity.botUserId,
      name: identity.botName,
      deleted: false,
      team_id: identity.team.id,
    },
  };
}

function thread(slack: LocalSlack, message: Message): JsonObject {
  if (message.thread_ts === undefined) return {};
  if (message.thread_ts !== message.ts) {
    const parent = slack.messages.find(message.channel, message.thread_ts);
    return { thread_ts: message.thread_ts, ...(parent ? { parent_user_id: parent.user } : {}) };
  }
  const replies = slack.messages.repliesTo(message.channel, message.ts);
  const repliers = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: repliers.length,
    reply_users: repliers,
    ...(replies.length > 0 ? { latest_reply: replies.at(-1)?.ts } : {}),
  };
}
