import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

/**
 * How much of what is past due stands in dispute, under an open promise, or on hold; one item may count in each. A promise is none while a
 * manager or whoever pays has still to agree to it.
 */
export interface PastDueParts {
  readonly disputed: readonly Money[];
  readonly promised: readonly Money[];
  readonly held: readonly Money[];
}

const row = z.object({
  what: z.enum(['disputed', 'promised', 'held']),
  currency: z.string(),
  amount: z.bigint(),
});

/** The parts of past due at the end of a day: of each item never more than is outstanding of it. */
export async function pastDueParts(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<PastDueParts> {
  const rows = await tx.sql(row, partsSql, [workspaceId, isoDay(day)]);
  const part = (what: z.output<typeof row>['what']) =>
    rows.filter((r) => r.what === what).map(({ currency, amount }) => ({ currency, amount }));
  return { disputed: part('disputed'), promised: part('promised'), held: part('held') };
}

/** $1 workspace, $2 day; `most` is null where the whole item is meant */
const partsSql = `
WITH named AS (
  SELECT 'disputed' AS what, invoice_id, CASE WHEN bool_or(whole) THEN NULL ELSE sum(amount) END AS most FROM dispute
  WHERE workspace_id = $1 AND raised_on <= $2::date AND (ended_on IS NULL OR ended_on > $2::date) GROUP BY invoice_id
  UNION ALL
  SELECT 'promised', x.invoice_id, sum(x.amount) FROM promise p JOIN promise_invoice x ON x.promise_id = p.id
  WHERE p.workspace_id = $1 AND p.made_on <= $2::date AND (p.ended_on IS NULL OR p.ended_on > $2::date)
    AND p.agreed IS DISTINCT FROM false AND (p.agreed_on IS NULL OR p.agreed_on <= $2::date) AND NOT p.unconfirmed GROUP BY x.invoice_id
  UNION ALL
  SELECT DISTINCT 'held', i.id, NULL::numeric FROM hold h
  JOIN invoice i ON i.workspace_id = $1 AND i.debtor_id = h.debtor_id AND (h.invoice_id IS NULL OR h.invoice_id = i.id)
  WHERE h.workspace_id = $1 AND h.kind = 'hold' AND $2::date BETWEEN h.from_on AND h.until_on
    AND h.agreed IS DISTINCT FROM false AND (h.ended_on IS NULL OR h.ended_on > $2::date)),
${bookAt('$2::date', { among: 'SELECT invoice_id FROM named' })}
SELECT n.what, b.currency, sum(least(b.outstanding, coalesce(n.most, b.outstanding)))::bigint AS amount
FROM named n JOIN book b ON b.id = n.invoice_id
WHERE b.outstanding > 0 AND b.due_on < $2::date
GROUP BY n.what, b.currency ORDER BY n.what, b.currency`;
