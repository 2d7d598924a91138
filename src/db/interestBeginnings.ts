import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';

const row = z.object({ creditor_id: z.string(), half: z.string(), issued_on: z.string() });

/** The half-years in which interest on businesses' invoices that are open and past due on `today` began, per creditor and day of issue. */
export async function interestBeginnings(
  tx: Queries,
  { workspaceId, today }: { workspaceId: string; today: Day },
): Promise<{ creditorId: string; begins: Day; issuedOn: Day }[]> {
  const rows = await tx.sql(
    row,
    `SELECT d.creditor_id, make_date(extract(year FROM i.due_on + 1)::int,
       CASE WHEN extract(month FROM i.due_on + 1) <= 6 THEN 1 ELSE 7 END, 1)::text AS half, i.issued_on::text AS issued_on
     FROM invoice i JOIN debtor d ON d.id = i.debtor_id
     WHERE i.workspace_id = $1 AND i.outstanding > 0 AND i.due_on < $2::date AND d.kind = 'business'
     GROUP BY 1, 2, i.issued_on ORDER BY 2, 1, 3`,
    [workspaceId, isoDay(today)],
  );
  return rows.map(({ creditor_id, half, issued_on }) => ({
    creditorId: creditor_id,
    begins: dayOf(half),
    issuedOn: dayOf(issued_on),
  }));
}
