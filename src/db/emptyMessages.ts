import type { Queries } from './client.ts';

/** What a message of the outbox is without its words: it keeps its place, so that what stands on Slack can still be updated. */
export const emptiedMessage = `error = NULL, result = CASE WHEN kind = 'mail' THEN NULL ELSE result END,
  lane = CASE WHEN kind = 'mail' THEN 'mail:' ELSE lane END,
  payload = jsonb_strip_nulls(jsonb_build_object('kind', payload->'kind', 'channel', payload->'channel', 'threadOf', payload->'threadOf',
    'text', 'Erased.', 'blocks', '[]'::jsonb))`;

/** Whether nobody sends a message any more, nor has to be told of it. */
export const isOver = "state IN ('sent', 'failed', 'cancelled') AND NOT untold";

/** A mail with the letter as it went out, which stands nowhere else: evidence as long as the records of its account are kept. */
const isLetterKept = `kind = 'mail' AND jsonb_path_exists(payload, '$.attachments[*].contentBase64') AND EXISTS (
  SELECT FROM notice n JOIN debtor d ON d.id = n.debtor_id AND d.erased_at IS NULL
  WHERE n.workspace_id = $1 AND n.id = outbox.about->>'id' AND n.sent_at IS NOT NULL AND n.figures->'accounts' IS NULL)`;

/**
 * Empties what was sent between two instants: copies of messages, whose records stand elsewhere. Letters to one account stay until its records
 * are erased (`erasePersonal`); what listed several accounts goes.
 */
export async function emptyMessages(
  tx: Queries,
  { workspaceId, from, before }: { workspaceId: string; from: Date | undefined; before: Date },
): Promise<void> {
  await tx.execute(
    `UPDATE outbox SET ${emptiedMessage} WHERE workspace_id = $1 AND ${isOver}
       AND created_at >= coalesce($2::timestamptz, '-infinity') AND created_at < $3::timestamptz AND NOT (${isLetterKept})`,
    [workspaceId, from ?? null, before],
  );
}
