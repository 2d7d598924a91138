import { z } from 'zod';
import type { Queries } from './client.ts';

/**
 * Whether Slack last said that only its members can read the channel; one never asked about counts as public. A member, or the
 * direct message with one, has no other readers.
 */
export async function isPrivateChannel(tx: Queries, workspaceId: string, channel: string): Promise<boolean> {
  if (/^[DUW]/.test(channel)) return true;
  const rows = await tx.sql(
    z.object({ is_private: z.boolean() }),
    'SELECT is_private FROM slack_channel WHERE workspace_id = $1 AND id = $2',
    [workspaceId, channel],
  );
  return rows[0]?.is_private ?? false;
}

/** Keeps what `conversations.info` said. */
export async function rememberChannel(
  tx: Queries,
  fact: { workspaceId: string; channel: string; isPrivate: boolean; now: Date },
): Promise<void> {
  await tx.execute(
    `INSERT INTO slack_channel (workspace_id, id, is_private, checked_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (workspace_id, id) DO UPDATE SET is_private = excluded.is_private, checked_at = excluded.checked_at`,
    [fact.workspaceId, fact.channel, fact.isPrivate, fact.now],
  );
}
