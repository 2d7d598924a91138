import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';

const freshRow = z.object({ as_of: z.string().nullable() });

/** As-of day of the last payment or ledger import that was applied (by a past instant), whether or not it held a payment. */
export async function paymentsFreshUntil(
  tx: Queries,
  workspaceId: string,
  appliedBy: Date | null = null,
): Promise<Day | undefined> {
  const [row] = await tx.sql(
    freshRow,
    `SELECT max(as_of) AS as_of FROM ledger_import WHERE workspace_id = $1 AND status = 'applied'
     AND ($2::timestamptz IS NULL OR applied_at <= $2::timestamptz)`,
    [workspaceId, appliedBy],
  );
  return row?.as_of ? dayOf(row.as_of) : undefined;
}
