import { newId } from '../core/newId.ts';
import type { Tx } from '../db/client.ts';
import { idRow } from '../db/idRow.ts';
import type { NewOutboxItem } from './OutboxItem.ts';
import { placeOf } from './placeOf.ts';

/**
 * Writes what is to be sent, in the transaction of the facts it speaks of. Call `Delivery.wake()` after that transaction.
 * False means that nothing was written, which is harmless: the key was written before, or it is an update or deletion of a
 * message that nobody ever wrote. A post that failed is written anew, as it is given now, and so tried again. An update that was not yet claimed is replaced by a newer one of the same message: it is
 * cancelled here, and what it was about is not told.
 */
export async function enqueue(tx: Tx, item: NewOutboxItem, now: Date): Promise<boolean> {
  const place = await placeOf(tx, item, now);
  if (!place) return false;
  const id = newId();
  const written = await tx.sql(
    idRow,
    `INSERT INTO outbox (id, workspace_id, key, kind, lane, message_key, payload, not_before, recheck, about, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::timestamptz, $9::jsonb, $10::jsonb, $11::timestamptz)
     ON CONFLICT (workspace_id, key) DO NOTHING RETURNING id`,
    [
      id,
      item.workspaceId,
      item.key,
      item.payload.kind,
      place.lane,
      item.messageKey ?? null,
      JSON.stringify(item.payload),
      place.notBefore,
      item.check ? JSON.stringify(item.check) : null,
      item.about ? JSON.stringify(item.about) : null,
      now,
    ],
  );
  if (written.length === 0) return revive(tx, item, place);
  if (item.payload.kind === 'slack_update' && item.messageKey !== undefined) {
    await tx.execute(
      `UPDATE outbox SET state = 'cancelled', error = 'replaced by a newer update'
       WHERE workspace_id = $1 AND message_key = $2 AND kind = 'slack_update' AND state = 'pending' AND id <> $3`,
      [item.workspaceId, item.messageKey, id],
    );
  }
  return true;
}

/**
 * A failed post is due again with what is to be said now, where it is to be said now. In the same place it is looked for
 * first, since an attempt without an answer may have got through. No other row is waited for: its sender may wait for us.
 */
async function revive(
  tx: Tx,
  { workspaceId, key, payload }: NewOutboxItem,
  place: { lane: string; notBefore: Date },
): Promise<boolean> {
  if (payload.kind !== 'slack_post' && payload.kind !== 'slack_file') return false;
  const revived = await tx.execute(
    `UPDATE outbox SET state = 'pending', kind = $3, lane = $4, payload = $5::jsonb, not_before = $6::timestamptz,
       result = CASE WHEN lane = $4 THEN '{"trying": true}'::jsonb END,
       error = NULL, attempts = 0, claimed_by = NULL, claimed_at = NULL
     WHERE workspace_id = $1 AND key = $2 AND state = 'failed' AND kind IN ('slack_post', 'slack_file')`,
    [workspaceId, key, payload.kind, place.lane, JSON.stringify(payload), place.notBefore],
  );
  return revived > 0;
}
