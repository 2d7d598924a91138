import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';
import { type DigestDebtor, digestDebtorColumns, digestDebtorOf, digestDebtorRow } from './DigestDebtor.ts';

/** How far an account's past due moved between two days, minor units of one currency. */
export interface DebtorMovement extends DigestDebtor {
  readonly currency: string;
  readonly before: bigint;
  readonly after: bigint;
}

const row = digestDebtorRow
  .extend({ currency: z.string(), before: z.bigint(), after: z.bigint() })
  .transform((r) => ({ ...digestDebtorOf(r), currency: r.currency, before: r.before, after: r.after }));

/** The accounts whose past due moved most between the ends of two days, the `most` largest of each currency. */
export async function debtorMovements(
  tx: Queries,
  { workspaceId, from, to, most }: { workspaceId: string; from: Day; to: Day; most: number },
): Promise<DebtorMovement[]> {
  return tx.sql(row, movementsSql, [workspaceId, isoDay(from), isoDay(to), most]);
}

const movementsSql = `
WITH ${bookAt('$2::date', { name: 'earlier' })}, ${bookAt('$3::date', { name: 'later' })},
moved AS (
  SELECT debtor_id, currency, sum(before)::bigint AS before, sum(after)::bigint AS after FROM (
    SELECT debtor_id, currency, outstanding AS before, 0 AS after FROM earlier WHERE outstanding > 0 AND due_on < $2::date
    UNION ALL SELECT debtor_id, currency, 0, outstanding FROM later WHERE outstanding > 0 AND due_on < $3::date) x
  GROUP BY debtor_id, currency HAVING sum(before) <> sum(after)),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY currency ORDER BY abs(after - before) DESC, debtor_id) AS place FROM moved)
SELECT ${digestDebtorColumns}, r.currency, r.before, r.after FROM ranked r JOIN debtor d ON d.id = r.debtor_id
WHERE r.place <= $4::int ORDER BY r.currency, r.place`;
