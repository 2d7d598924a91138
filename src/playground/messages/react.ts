import { emitEvent } from '../events/emitEvent.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { Message } from '../state/model.ts';

/** A short name as Slack knows them, with or without a skin tone. */
const NAME = /^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/;
/** Different reactions one message can carry. Source: Slack help, "Use emoji and reactions" (limits). */
const MOST_REACTIONS = 23;

/**
 * Adds a reaction and tells the app; synchronous up to its refusals.
 * @throws SlackError invalid_name, already_reacted, too_many_emoji
 */
export function react(slack: LocalSlack, message: Message, user: string, name: string): Promise<void> {
  if (!NAME.test(name)) throw new SlackError('invalid_name');
  const reactions = message.reactions ?? [];
  const same = reactions.find((r) => r.name === name);
  if (same?.users.includes(user)) throw new SlackError('already_reacted');
  if (!same && reactions.length >= MOST_REACTIONS) throw new SlackError('too_many_emoji');
  message.reactions = same
    ? reactions.map((r) => (r === same ? { ...r, users: [...r.users, user] } : r))
    : [...reactions, { name, users: [user] }];
  return tell(slack, 'reaction_added', message, user, name);
}

/** Takes a reaction back and tells the app. @throws SlackError no_reaction */
export function unreact(slack: LocalSlack, message: Message, user: string, name: string): Promise<void> {
  const reactions = message.reactions ?? [];
  if (!reactions.some((r) => r.name === name && r.users.includes(user))) throw new SlackError('no_reaction');
  message.reactions = reactions
    .map((r) => (r.name === name ? { ...r, users: r.users.filter((id) => id !== user) } : r))
    .filter((r) => r.users.length > 0);
  return tell(slack, 'reaction_removed', message, user, name);
}

function tell(slack: LocalSlack, type: string, message: Message, user: string, name: string): Promise<void> {
  slack.changed();
  const event = {
    type,
    user,
    reaction: name,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    item_user: message.user,
    event_ts: slack.ts.next(slack.clock.now()),
  };
  return emitEvent(slack, type, event, message.channel);
}
