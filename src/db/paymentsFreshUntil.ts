import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';
import { freshnessSql } from './freshnessSql.ts';

const freshRow = z.object({ as_of: z.string().nullable() });

/** As-of day of the last payment or ledger import of the creditor that this debtor owes; imports that were undone do not count. */
export async function paymentsFreshUntil(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<Day | undefined> {
  const [row] = await tx.sql(
    freshRow,
    `SELECT ${freshnessSql} AS as_of FROM debtor d JOIN creditor c ON c.id = d.creditor_id
     WHERE d.workspace_id = $1 AND d.id = $2`,
    [workspaceId, debtorId],
  );
  return row?.as_of ? dayOf(row.as_of) : undefined;
}
