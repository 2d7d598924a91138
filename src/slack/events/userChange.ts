import { z } from 'zod';
import { memberLeft } from '../../useCases/members/memberLeft.ts';
import type { EventHandler } from '../handlers.ts';

const changed = z.object({ user: z.object({ id: z.string(), deleted: z.boolean().default(false) }) });

/** Somebody's Slack account changed; what matters is that it was deactivated. */
export const userChange: EventHandler = async ({ deps, workspace, event, now }) => {
  const { user } = changed.parse(event);
  if (!user.deleted) return;
  await memberLeft(deps.db, { workspace, slackUserId: user.id, now });
  deps.wake();
};
