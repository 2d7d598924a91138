import { z } from 'zod';
import type { CreditorFreshness } from '../core/CreditorFreshness.ts';
import { dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';
import { freshnessSql } from './freshnessSql.ts';

const freshRow = z.object({ name: z.string(), as_of: z.string().nullable(), is_owed: z.boolean() });

/**
 * Up to which day payments to each creditor are known, those known least first: of the creditors that are owed anything, or of
 * all that something was imported for where none is. Named only where the workspace has several.
 */
export async function creditorFreshness(tx: Queries, workspaceId: string): Promise<CreditorFreshness[]> {
  const rows = await tx.sql(
    freshRow,
    `SELECT c.name, ${freshnessSql} AS as_of, EXISTS (SELECT FROM invoice i WHERE i.workspace_id = $1 AND i.creditor_id = c.id
       AND i.outstanding > 0) AS is_owed
     FROM creditor c
     WHERE c.workspace_id = $1 ORDER BY as_of NULLS FIRST, c.position, c.name`,
    [workspaceId],
  );
  const owed = rows.filter(({ is_owed }) => is_owed);
  const shown = owed.length > 0 ? owed : rows.filter(({ as_of }) => as_of !== null);
  return shown.map(({ name, as_of }) => ({
    name: rows.length > 1 ? name : undefined,
    until: as_of === null ? undefined : dayOf(as_of),
  }));
}
