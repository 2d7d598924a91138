import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';
import { type DigestDebtor, digestDebtorColumns, digestDebtorOf, digestDebtorRow } from './DigestDebtor.ts';

/** What happened to one account since a day, in one currency. */
export interface AccountMovement extends DigestDebtor {
  readonly currency: string;
  readonly invoices: number;
  /** minor units */
  readonly amount: bigint;
}

export interface DayMovements {
  /** invoices that fell due on `since` or after and are past due at the end of the day */
  readonly newlyOverdue: readonly AccountMovement[];
  /**
   * money received from `since` to the day, or booked after `bookedSince`, returned payments taken off; money that nobody could be named for is
   * absent, and so is what only came along with the invoices that it had paid
   */
  readonly paid: readonly AccountMovement[];
}

const row = digestDebtorRow
  .extend({ paid: z.boolean(), currency: z.string(), invoices: z.bigint(), amount: z.bigint() })
  .transform((r) => ({
    paid: r.paid,
    movement: {
      ...digestDebtorOf(r),
      currency: r.currency,
      invoices: Number(r.invoices),
      amount: r.amount,
    },
  }));

/** New overdue and paid between two days, both included, the largest first. */
export async function dayMovements(
  tx: Queries,
  {
    workspaceId,
    since,
    day,
    bookedSince,
  }: { workspaceId: string; since: Day; day: Day; bookedSince?: Date | undefined },
): Promise<DayMovements> {
  const rows = await tx.sql(row, movementsSql, [
    workspaceId,
    isoDay(day),
    isoDay(since),
    bookedSince ?? null,
  ]);
  const of = (paid: boolean) => rows.filter((r) => r.paid === paid).map(({ movement }) => movement);
  return { newlyOverdue: of(false), paid: of(true) };
}

const overdueSql = `
WITH ${bookAt('$2::date')}
SELECT false AS paid, ${digestDebtorColumns}, b.currency, count(*) AS invoices, sum(b.outstanding)::bigint AS amount
FROM book b JOIN debtor d ON d.id = b.debtor_id
WHERE b.outstanding > 0 AND b.due_on < $2::date AND (b.due_on >= $3::date OR b.issued_on > $3::date)
GROUP BY d.id, b.currency`;

/** $1 workspace, $2 the day, $3 since, $4 booked since: null leaves out what has an earlier value date */
const paidSql = `
SELECT true, ${digestDebtorColumns}, x.currency, x.invoices, x.amount FROM (
  SELECT p.debtor_id, p.currency, sum(p.amount)::bigint AS amount,
    count(DISTINCT a.invoice_id) AS invoices
  FROM (SELECT * FROM payment m WHERE workspace_id = $1 AND value_on <= $2::date
        AND (value_on >= $3::date OR recorded_at > $4::timestamptz AND NOT EXISTS (
          SELECT 1 FROM allocation n JOIN invoice i ON i.id = n.invoice_id
          WHERE n.payment_id = m.id AND i.recorded_at > $4::timestamptz))
        AND origin <> 'write_off' AND debtor_id IS NOT NULL) p
  LEFT JOIN LATERAL (SELECT min(invoice_id) AS invoice_id FROM allocation WHERE payment_id = p.id) a ON true
  GROUP BY p.debtor_id, p.currency HAVING sum(p.amount) <> 0) x
JOIN debtor d ON d.id = x.debtor_id`;

const movementsSql = `(${overdueSql}) UNION ALL (${paidSql}) ORDER BY paid, amount DESC, debtor_id`;
