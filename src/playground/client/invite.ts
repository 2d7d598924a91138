import { emitEvent } from '../events/emitEvent.ts';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { Conversation } from '../state/model.ts';
import { escapeTyped } from './escapeTyped.ts';

/** Slack's own `/invite @name`: brings a person, or the app, into a channel. @throws SlackError user_not_found */
export async function invite(
  slack: LocalSlack,
  inviter: string,
  conversation: Conversation,
  text: string,
): Promise<JsonObject> {
  const user = /^<@(\w+)>$/.exec(escapeTyped(slack, text.trim(), { mentions: true }))?.[1];
  if (user === undefined) throw new SlackError('user_not_found');
  if (conversation.kind === 'im') throw new SlackError('method_not_supported_for_channel_type');
  if (conversation.members.has(user)) throw new SlackError('already_in_channel');
  conversation.members.add(user);
  slack.changed();
  const event = {
    type: 'member_joined_channel',
    user,
    channel: conversation.id,
    channel_type: conversation.kind === 'private' ? 'G' : 'C',
    team: slack.identity.team.id,
    inviter,
    event_ts: slack.ts.next(slack.clock.now()),
  };
  await emitEvent(slack, 'member_joined_channel', event, conversation.id);
  return { ok: true };
}
