import { z } from 'zod';
import { emitEvent } from '../events/emitEvent.ts';
import { renderUser } from '../webApi/userMethods.ts';
import { clientCall } from './clientCall.ts';
import { personOf } from './person.ts';

/** An admin deactivates a person's account: they act no more, and the app hears of it. @throws SlackError user_not_found */
export const deactivate = clientCall(z.object({ user: z.string() }), async (slack, body) => {
  const user = personOf(slack, body.user);
  slack.deactivated.add(user.id);
  slack.changed();
  await emitEvent(slack, 'user_change', {
    type: 'user_change',
    user: renderUser(slack, user, true),
    cache_ts: Math.floor(slack.clock.now().getTime() / 1000),
    event_ts: slack.ts.next(slack.clock.now()),
  });
  return { ok: true };
});
