import { z } from 'zod';
import type { Queries } from './client.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

/**
 * Bank money of a debtor up to a day (inclusive) that stands against no invoice, the oldest first, in minor units; what the bank has taken
 * back of it is left out, and what finance said is for something else. The caller holds the debtor's lock.
 */
export async function freeBankMoney(
  tx: Queries,
  {
    workspaceId,
    debtorId,
    currency,
    until,
  }: { workspaceId: string; debtorId: string; currency: string; until: Date },
): Promise<{ paymentId: string; amount: bigint }[]> {
  return tx.sql(
    z
      .object({ id: z.string(), free: z.string() })
      .transform(({ id, free }) => ({ paymentId: id, amount: BigInt(free) })),
    `SELECT id, free::text FROM (
       SELECT m.*, m.unapplied + coalesce((SELECT sum(r.unapplied) FROM payment r
         WHERE r.workspace_id = $1 AND r.debtor_id = $2 AND r.reverses_id = m.id), 0) AS free
       FROM payment m WHERE m.workspace_id = $1 AND m.debtor_id = $2 AND m.currency = $3 AND m.unapplied > 0 AND m.reverses_id IS NULL
         AND m.origin IN ('bank', 'manual') AND m.value_on <= $4 AND m.meant_for IS DISTINCT FROM 'other') x
     WHERE free > 0 ORDER BY ${moneyOrderSql('x')}`,
    [workspaceId, debtorId, currency, until],
  );
}
