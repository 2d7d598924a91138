import { z } from 'zod';
import { accountChanged } from '../../useCases/members/accountChanged.ts';
import { slackAccount } from '../../useCases/members/slackAccount.ts';
import type { EventHandler } from '../handlers.ts';

const changed = z.object({ user: slackAccount.extend({ id: z.string() }) });

/** Something about somebody's Slack account is another now. */
export const userChange: EventHandler = async ({ deps, workspace, client, event, now }) => {
  const { user } = changed.parse(event);
  await accountChanged(deps.db, { workspace, user, client, now });
  deps.wake();
};
