import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

export interface PastDueLessDisputed {
  readonly currency: string;
  /** minor units, whatever the state */
  readonly pastDue: bigint;
  /** of that, in dispute */
  readonly disputed: bigint;
}

const row = z
  .object({ currency: z.string(), past_due: z.bigint(), disputed: z.bigint() })
  .transform((r) => ({ currency: r.currency, pastDue: r.past_due, disputed: r.disputed }));

/** What is past due at the end of a day, and how much of it is in dispute; currencies with nothing past due are absent. */
export async function pastDueLessDisputed(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<PastDueLessDisputed[]> {
  return tx.sql(row, sql, [workspaceId, isoDay(day)]);
}

const sql = `
WITH ${bookAt('$2::date')},
contested AS (
  SELECT invoice_id, CASE WHEN bool_or(whole) THEN NULL ELSE sum(amount) END AS most FROM dispute
  WHERE workspace_id = $1 AND raised_on <= $2::date AND (ended_on IS NULL OR ended_on > $2::date) GROUP BY invoice_id)
SELECT b.currency, sum(b.outstanding)::bigint AS past_due,
  coalesce(sum(greatest(0, least(b.outstanding, coalesce(c.most, b.outstanding)))) FILTER (WHERE c.invoice_id IS NOT NULL), 0)::bigint
    AS disputed
FROM book b LEFT JOIN contested c ON c.invoice_id = b.id
WHERE b.kind <> 'credit_note' AND b.due_on < $2::date
GROUP BY b.currency HAVING sum(b.outstanding) <> 0 ORDER BY b.currency`;
