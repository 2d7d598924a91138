import { z } from 'zod';
import type { SaidPaid } from '../core/confirmedWaits.ts';
import type { Queries } from './client.ts';

const row = z.object({ currency: z.string(), overdue: z.bigint(), left: z.bigint(), notAsked: z.bigint() });

/** What was overdue of a debtor at a past instant, by currency, how much of those invoices is open still, and what is not asked for of it. */
export async function saidPaid(
  tx: Queries,
  options: { workspaceId: string; debtorId: string; since: Date; dueBefore: Date },
): Promise<SaidPaid[]> {
  const { workspaceId, debtorId, since, dueBefore } = options;
  return tx.sql(row, saidSql, [workspaceId, debtorId, since, dueBefore]);
}

/** $1 workspace, $2 debtor, $3 since, $4 day; an invoice that was settled before is none of them */
const saidSql = `
SELECT currency, sum(overdue)::bigint AS overdue, sum(outstanding)::bigint AS left, sum(contested)::bigint + coalesce((
  SELECT -sum(c.outstanding) FROM invoice c WHERE c.workspace_id = $1 AND c.debtor_id = $2 AND c.currency = x.currency AND c.amount < 0
    AND c.undone_at IS NULL AND c.missing_since IS NULL), 0)::bigint AS "notAsked"
FROM (SELECT i.currency, i.outstanding, least(i.outstanding, (
        SELECT coalesce(sum(CASE WHEN d.whole THEN i.outstanding ELSE d.amount END), 0)
        FROM dispute d WHERE d.workspace_id = $1 AND d.invoice_id = i.id AND d.ended_on IS NULL)) AS contested,
      i.outstanding + coalesce((SELECT sum(a.amount) FROM allocation a
        WHERE a.workspace_id = $1 AND a.invoice_id = i.id AND a.recorded_at > $3::timestamptz), 0) AS overdue
      FROM invoice i WHERE i.workspace_id = $1 AND i.debtor_id = $2 AND i.amount > 0 AND i.undone_at IS NULL
        AND i.due_on < $4::date AND i.recorded_at <= $3::timestamptz) x
WHERE overdue > 0 GROUP BY currency`;
