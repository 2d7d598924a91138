import { z } from 'zod';
import type { Queries } from './client.ts';

export const placedMessageRow = z.object({
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string().nullable(),
});

/** Where a message of ours stands, and the thread that it stands in. */
export type PlacedMessage = z.output<typeof placedMessageRow>;

/** The message with that key; undefined while it is not posted. */
export async function placedMessage(
  tx: Queries,
  workspaceId: string,
  key: string,
): Promise<PlacedMessage | undefined> {
  const [found] = await tx.sql(
    placedMessageRow,
    'SELECT channel, ts, thread_ts AS "threadTs" FROM slack_message WHERE workspace_id = $1 AND key = $2',
    [workspaceId, key],
  );
  return found;
}
