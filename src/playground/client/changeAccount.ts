import { z } from 'zod';
import { emitUserChange } from '../events/emitUserChange.ts';
import { SlackError } from '../SlackError.ts';
import { clientCall } from './clientCall.ts';

const change = z.object({
  user: z.string(),
  deleted: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  tz: z.string().optional(),
  real_name: z.string().optional(),
});

/**
 * Something about a person's account is another from now on: deactivated or active again, a guest or a member, their zone, their
 * name. The app hears of it. @throws SlackError user_not_found
 */
export const changeAccount = clientCall(change, async (slack, { user: id, deleted, ...rest }) => {
  const user = slack.users.get(id);
  if (!user) throw new SlackError('user_not_found');
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  slack.users.set(id, { ...user, ...given });
  if (deleted) slack.deactivated.add(id);
  if (deleted === false) slack.deactivated.delete(id);
  slack.changed();
  await emitUserChange(slack, id);
  return { ok: true };
});
