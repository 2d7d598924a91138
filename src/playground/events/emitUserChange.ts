import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import { renderUser } from '../webApi/userMethods.ts';
import { emitEvent } from './emitEvent.ts';

/** Tells the app what a person's account is like now. @throws SlackError user_not_found */
export async function emitUserChange(slack: LocalSlack, id: string): Promise<void> {
  const user = slack.users.get(id);
  if (!user) throw new SlackError('user_not_found');
  await emitEvent(slack, 'user_change', {
    type: 'user_change',
    user: renderUser(slack, user, true),
    cache_ts: Math.floor(slack.clock.now().getTime() / 1000),
    event_ts: slack.ts.next(slack.clock.now()),
  });
}
