import { z } from 'zod';
import type { Queries } from './client.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

const row = z
  .object({
    id: z.string(),
    currency: z.string(),
    free: z.string(),
    value_on: z.string(),
    payer_name: z.string().nullable(),
    reference: z.string().nullable(),
  })
  .transform(({ free, value_on: valueOn, payer_name: payerName, ...rest }) => ({
    ...rest,
    free: BigInt(free),
    valueOn,
    payerName,
  }));

/**
 * Payments of a debtor that stand against no invoice and about which finance has not said what they are for, the oldest first, with what is left
 * of each (minor units) once what the bank took back is gone.
 */
export async function cashPayments(
  tx: Queries,
  of: { workspaceId: string; debtorId: string; currencies: readonly string[] },
) {
  return tx.sql(
    row,
    `SELECT id, currency, free::text, value_on::text, payer_name, reference FROM (
       SELECT m.*, m.unapplied + coalesce((SELECT sum(r.unapplied) FROM payment r
         WHERE r.workspace_id = $1 AND r.debtor_id = $2 AND r.reverses_id = m.id), 0) AS free
       FROM payment m WHERE m.workspace_id = $1 AND m.debtor_id = $2 AND m.currency = ANY($3) AND m.unapplied > 0 AND m.reverses_id IS NULL
         AND m.meant_for IS NULL) x
     WHERE free > 0 ORDER BY ${moneyOrderSql('x')}`,
    [of.workspaceId, of.debtorId, of.currencies],
  );
}
