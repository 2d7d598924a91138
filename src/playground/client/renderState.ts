import { renderView } from '../interaction/renderView.ts';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { renderMessage } from '../messages/renderMessage.ts';
import type { Message } from '../state/model.ts';
import { personOf } from './person.ts';

/** Narrows a state to one channel, to messages from `since` (a ts) on, or to the last `limit` of each channel. */
export interface StateFilter {
  user?: string | undefined;
  channel?: string | undefined;
  since?: string | undefined;
  limit?: number | undefined;
}

/** Everything one person sees. @throws SlackError user_not_found */
export function renderState(slack: LocalSlack, filter: StateFilter): JsonObject {
  const user = personOf(slack, (filter.user || [...slack.users.keys()][0]) ?? '');
  const { identity } = slack;
  const homeView = slack.views.homeOf(user.id);
  const channels = slack.conversations
    .all()
    .filter((c) => c.members.has(user.id) && (filter.channel === undefined || c.id === filter.channel))
    .map((c) => ({
      id: c.id,
      name: c.kind === 'im' ? identity.appName : c.name,
      is_im: c.kind === 'im',
      is_private: c.kind === 'private',
      is_archived: c.isArchived,
      topic: c.topic,
      messages: slack.messages
        .seenBy(c.id, user.id)
        .filter((m) => filter.since === undefined || m.ts >= filter.since)
        .slice(-(filter.limit ?? Number.MAX_SAFE_INTEGER))
        .map((m) => seenMessage(slack, m)),
    }));
  return {
    user: user.id,
    team: { name: identity.team.name },
    users: [...slack.users.values()].map(({ id, name, real_name, tz, title }) => ({
      id,
      name,
      real_name,
      tz,
      ...(title === undefined ? {} : { title }),
    })),
    bot: { id: identity.botUserId, name: identity.botName, app_name: identity.appName },
    commands: slack.manifest.commands.map(({ command, description, usageHint }) => ({
      command,
      description,
      usage_hint: usageHint,
    })),
    shortcuts: slack.manifest.shortcuts.map(({ name, callbackId, type }) => ({
      name,
      callback_id: callbackId,
      type,
    })),
    channels,
    views: slack.views.stackOf(user.id).map((view) => ({ ...renderView(slack, view), errors: view.errors })),
    home: homeView ? renderView(slack, homeView) : null,
    trouble: slack.troubles.get(user.id) ?? null,
    now: slack.clock.now().toISOString(),
    moving: slack.clock.isHeld,
    mails: slack.mailbox.list().length,
  };
}

function seenMessage(slack: LocalSlack, message: Message): JsonObject {
  return {
    blocks: [],
    reactions: [],
    files: [],
    metadata: null,
    ...renderMessage(slack, message, true),
    ...(message.ephemeralFor ? { ephemeral: true } : {}),
  };
}
