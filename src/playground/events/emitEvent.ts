import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { newSlackId } from '../state/newSlackId.ts';

/** What the manifest must have asked for, beside the subscription, to hear of an event. */
const SCOPE_OF: Record<string, string> = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  app_mention: 'app_mentions:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  file_shared: 'files:read',
  user_change: 'users:read',
};

/**
 * Tells the app of an event, if its manifest subscribes to it, its scopes cover it and, for something that
 * happened in a conversation, its bot is there. `subscription` is the name in the manifest (`message.im`).
 * Resolves after the first delivery was acknowledged or given up.
 */
export async function emitEvent(
  slack: LocalSlack,
  subscription: string,
  event: JsonObject,
  channel?: string,
): Promise<void> {
  const { identity, manifest } = slack;
  const scope = SCOPE_OF[subscription];
  if (!manifest.botEvents.has(subscription)) return;
  if (scope !== undefined && !manifest.botScopes.has(scope)) return;
  if (channel !== undefined && !slack.conversations.botIsIn(channel)) return;
  const payload = {
    token: identity.verificationToken,
    team_id: identity.team.id,
    context_team_id: identity.team.id,
    context_enterprise_id: null,
    api_app_id: identity.appId,
    event,
    type: 'event_callback',
    event_id: newSlackId('Ev'),
    event_time: Math.floor(slack.clock.now().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: identity.team.id,
        user_id: identity.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: (channel !== undefined && slack.conversations.get(channel)?.isExtShared) || false,
    event_context: `4-${Buffer.from(JSON.stringify({ et: subscription, aid: identity.appId })).toString('base64url')}`,
  };
  await slack.delivery.deliverEvent(String(event.type), payload);
}
