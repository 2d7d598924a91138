import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';
import { freshnessSql } from './freshnessSql.ts';

const freshRow = z.object({ as_of: z.string() });

/** As-of day of the last payment or ledger import of the creditor that this debtor owes; imports that were undone do not count. */
export async function paymentsFreshUntil(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<Day | undefined> {
  const [row] = await tx.sql(
    freshRow,
    `SELECT f.as_of FROM debtor d JOIN (${freshnessSql}) f ON f.creditor_id = d.creditor_id
     WHERE d.workspace_id = $1 AND d.id = $2`,
    [workspaceId, debtorId],
  );
  return row && dayOf(row.as_of);
}
