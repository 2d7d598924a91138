import { z } from 'zod';
import { newId } from '../core/newId.ts';
import type { Tx } from '../db/client.ts';
import { noteWritten } from './hasWritten.ts';
import type { NewOutboxItem } from './OutboxItem.ts';
import { placeOf } from './placeOf.ts';

const placedRow = z.object({ lane: z.string(), notBefore: z.date(), written: z.boolean() });
type Placed = z.output<typeof placedRow>;

/**
 * `post` is how the message that the item stands beside ($12) was written, `placed` the item's lane and time: with the post,
 * else where the message stands, else in its own lane ($5); no row where none of them is known.
 */
const WRITE = `
WITH post AS (
  SELECT lane, CASE WHEN state = 'pending' THEN not_before END AS waits_until FROM outbox
  WHERE workspace_id = $2 AND message_key = $12 AND kind IN ('slack_post', 'slack_file') ORDER BY seq DESC LIMIT 1
), placed AS (
  SELECT lane, greatest($8::timestamptz, (SELECT waits_until FROM post)) AS not_before
  FROM (SELECT coalesce(
    (SELECT lane FROM post),
    (SELECT coalesce($13, channel) FROM slack_message WHERE workspace_id = $2 AND key = $12),
    $5
  ) AS lane) found WHERE lane IS NOT NULL
), written AS (
  INSERT INTO outbox (id, workspace_id, key, kind, lane, message_key, payload, not_before, recheck, about, created_at)
  SELECT $1, $2, $3, $4, lane, $6, $7::jsonb, not_before, $9::jsonb, $10::jsonb, $11::timestamptz FROM placed
  ON CONFLICT (workspace_id, key) DO NOTHING RETURNING id
), replaced AS (
  UPDATE outbox SET state = 'cancelled', error = 'replaced by a newer update'
  WHERE workspace_id = $2 AND message_key = $6 AND kind = 'slack_update' AND state = 'pending'
    AND $4 = 'slack_update' AND EXISTS (SELECT FROM written)
)
SELECT lane, not_before AS "notBefore", EXISTS (SELECT FROM written) AS written FROM placed`;

/**
 * Writes what is to be sent, in the transaction of the facts it speaks of. Call `Delivery.wake()` after that transaction.
 * False means that nothing was written, which is harmless: the key was written before, or it is an update or deletion of a
 * message that nobody ever wrote. A post that failed is written anew, as it is given now, and so tried again. An update that was not yet claimed is replaced by a newer one of the same message: it is
 * cancelled here, and what it was about is not told.
 */
export async function enqueue(tx: Tx, item: NewOutboxItem, now: Date): Promise<boolean> {
  const { lane, beside } = placeOf(item);
  const [placed] = await tx.sql(placedRow, WRITE, [
    newId(),
    item.workspaceId,
    item.key,
    item.payload.kind,
    lane ?? null,
    item.messageKey ?? null,
    JSON.stringify(item.payload),
    item.notBefore ?? now,
    item.check ? JSON.stringify(item.check) : null,
    item.about ? JSON.stringify(item.about) : null,
    now,
    beside ?? null,
    item.lane ?? null,
  ]);
  const written = placed !== undefined && (placed.written || (await revive(tx, item, placed)));
  if (written) noteWritten(tx);
  return written;
}

/**
 * A failed post is due again with what is to be said now, where it is to be said now. In the same place it is looked for
 * first, since an attempt without an answer may have got through. No other row is waited for: its sender may wait for us.
 */
async function revive(
  tx: Tx,
  { workspaceId, key, payload }: NewOutboxItem,
  { lane, notBefore }: Placed,
): Promise<boolean> {
  if (payload.kind !== 'slack_post' && payload.kind !== 'slack_file') return false;
  const revived = await tx.execute(
    `UPDATE outbox SET state = 'pending', kind = $3, lane = $4, payload = $5::jsonb, not_before = $6::timestamptz,
       result = CASE WHEN lane = $4 THEN '{"trying": true}'::jsonb END,
       error = NULL, attempts = 0, claimed_by = NULL, claimed_at = NULL
     WHERE workspace_id = $1 AND key = $2 AND state = 'failed' AND kind IN ('slack_post', 'slack_file')`,
    [workspaceId, key, payload.kind, lane, JSON.stringify(payload), notBefore],
  );
  return revived > 0;
}
