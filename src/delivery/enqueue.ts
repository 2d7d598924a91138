import { z } from 'zod';
import { newId } from '../core/newId.ts';
import type { Tx } from '../db/client.ts';
import type { NewOutboxItem } from './OutboxItem.ts';
import { placeOf } from './placeOf.ts';

/**
 * Writes what is to be sent, in the transaction of the facts it speaks of. Call `Delivery.wake()` after that transaction.
 * False means that nothing was written, which is harmless: the key was written before, or it is an update or deletion of a
 * message that nobody ever wrote. An update that was not yet claimed is replaced by a newer one of the same message: it is
 * cancelled here, and what it was about is not told.
 */
export async function enqueue(tx: Tx, item: NewOutboxItem, now: Date): Promise<boolean> {
  const place = await placeOf(tx, item, now);
  if (!place) return false;
  const id = newId();
  const written = await tx.sql(
    z.object({ id: z.string() }),
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
  if (written.length === 0) return false;
  if (item.payload.kind === 'slack_update' && item.messageKey !== undefined) {
    await tx.prisma.outbox.updateMany({
      where: {
        workspaceId: item.workspaceId,
        messageKey: item.messageKey,
        kind: 'slack_update',
        state: 'pending',
        id: { not: id },
      },
      data: { state: 'cancelled', error: 'replaced by a newer update' },
    });
  }
  return true;
}
