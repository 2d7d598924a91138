import { z } from 'zod';
import { react as addReaction, unreact } from '../messages/react.ts';
import { SlackError } from '../SlackError.ts';
import { clientCall } from './clientCall.ts';
import { messageOf } from './person.ts';

/** A person adds a reaction to a message, or takes theirs back. */
export const react = clientCall(
  z.object({
    user: z.string(),
    channel: z.string(),
    ts: z.string(),
    name: z.string(),
    remove: z.boolean().default(false),
  }),
  async (slack, body) => {
    const message = messageOf(slack, body.user, body.channel, body.ts);
    if (message.ephemeralFor) throw new SlackError('not_reactable');
    const name = body.name.replace(/^:(.+):$/, '$1');
    await (body.remove ? unreact : addReaction)(slack, message, body.user, name);
    return { ok: true };
  },
);
