import { z } from 'zod';
import { dateOfDay } from '../../core/day.ts';
import type { DisputeFact } from '../../core/facts.ts';
import type { Tx } from '../../db/client.ts';

const creditedRow = z.object({ credited: z.bigint() });

/** What credit notes took off the invoice of a dispute since it was raised, in minor units. */
export async function creditedSince(
  tx: Tx,
  workspaceId: string,
  { invoiceId, raisedOn }: DisputeFact,
): Promise<bigint> {
  const [row] = await tx.sql(
    creditedRow,
    `SELECT coalesce(sum(amount), 0)::bigint AS credited FROM allocation
     WHERE workspace_id = $1 AND invoice_id = $2 AND credit_note_id IS NOT NULL AND effective_on >= $3::date`,
    [workspaceId, invoiceId, dateOfDay(raisedOn)],
  );
  return row?.credited ?? 0n;
}
