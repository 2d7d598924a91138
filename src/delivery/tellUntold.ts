import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import { idRow } from '../db/idRow.ts';
import type { DeliveryOptions, Outcome } from './Delivery.ts';
import { OUTBOX_ROW_COLUMNS, outboxRow } from './OutboxRow.ts';
import { outboxItemOf } from './outboxItemOf.ts';

const untold = outboxRow.omit({ progress: true }).extend({
  state: z.enum(['sent', 'failed', 'cancelled', 'unsure']),
  error: z.string().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
});

/** A row that another process is telling at this moment is left to it. */
const TAKE = `
WITH next AS (SELECT id FROM outbox WHERE id = $1 AND untold FOR UPDATE SKIP LOCKED)
UPDATE outbox o SET untold = false FROM next WHERE o.id = next.id
RETURNING ${OUTBOX_ROW_COLUMNS}, o.state, o.error, o.result`;

/** Tells outcomes that were recorded and could not be told then. What fails again is logged, and told at the next look. */
export async function tellUntold({ db, log, settled }: DeliveryOptions): Promise<void> {
  const waiting = await db.sql(idRow, 'SELECT id FROM outbox WHERE untold ORDER BY seq LIMIT 100');
  for (const { id } of waiting) {
    try {
      await db.transaction((tx) => tell(tx, id, settled));
    } catch (error) {
      log.error({ err: error, outbox: id }, 'an outcome could not be told');
    }
  }
}

async function tell(tx: Tx, id: string, settled: DeliveryOptions['settled']): Promise<void> {
  const [row] = await tx.sql(untold, TAKE, [id]);
  if (!row) return;
  const { state, error, result } = row;
  const outcome: Outcome = {
    state,
    ...(error === null ? {} : { why: error }),
    ...(result === null ? {} : { result }),
  };
  await settled(tx, outboxItemOf({ ...row, progress: null }), outcome);
}
