import { z } from 'zod';
import { emitUserChange } from '../events/emitUserChange.ts';
import { clientCall } from './clientCall.ts';
import { personOf } from './person.ts';

/** An admin deactivates a person's account: they act no more, and the app hears of it. @throws SlackError user_not_found */
export const deactivate = clientCall(z.object({ user: z.string() }), async (slack, body) => {
  const user = personOf(slack, body.user);
  slack.deactivated.add(user.id);
  slack.changed();
  await emitUserChange(slack, user.id);
  return { ok: true };
});
