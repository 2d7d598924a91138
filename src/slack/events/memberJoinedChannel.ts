import { z } from 'zod';
import { liftStop } from '../../delivery/stops.ts';
import type { EventHandler } from '../handlers.ts';

const joined = z.object({ user: z.string(), channel: z.string() });

/** Duly itself was invited into a channel: what could not be delivered there can be now. Nothing is said unasked. */
export const memberJoinedChannel: EventHandler = async ({ deps, workspace, event, botUserId }) => {
  const { user, channel } = joined.parse(event);
  if (user !== botUserId) return;
  await deps.db.transaction((tx) => liftStop(tx, workspace.id, channel));
  deps.wake();
};
