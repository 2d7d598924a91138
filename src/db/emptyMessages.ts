import type { Queries } from './client.ts';

/** What a message of the outbox is without its words: it keeps its place, so that what stands on Slack can still be updated. */
export const emptiedMessage = `error = NULL, result = CASE WHEN kind = 'mail' THEN NULL ELSE result END,
  lane = CASE WHEN kind = 'mail' THEN 'mail:' ELSE lane END,
  payload = jsonb_strip_nulls(jsonb_build_object('kind', payload->'kind', 'channel', payload->'channel', 'threadOf', payload->'threadOf',
    'text', 'Erased.', 'blocks', '[]'::jsonb))`;

/** Whether nobody sends a message any more, nor has to be told of it. */
export const isOver = "state IN ('sent', 'failed', 'cancelled') AND NOT untold";

/** Empties what was sent between two instants: copies of messages, whose records stand elsewhere. */
export async function emptyMessages(
  tx: Queries,
  { workspaceId, from, before }: { workspaceId: string; from: Date | undefined; before: Date },
): Promise<void> {
  await tx.execute(
    `UPDATE outbox SET ${emptiedMessage} WHERE workspace_id = $1 AND ${isOver}
       AND created_at >= coalesce($2::timestamptz, '-infinity') AND created_at < $3::timestamptz`,
    [workspaceId, from ?? null, before],
  );
}
