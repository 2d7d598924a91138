import { z } from 'zod';
import { addDays, type Day, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';

/** Promises that were to be judged in a week, one currency; amounts in minor units. */
export interface WeekPromises {
  readonly currency: string;
  /** the week's Sunday */
  readonly endsOn: Day;
  readonly kept: number;
  readonly partial: number;
  readonly broken: number;
  readonly promised: bigint;
  readonly keptAmount: bigint;
  /** received on them, at most what was promised */
  readonly received: bigint;
}

const row = z.object({
  currency: z.string(),
  week: z.number(),
  kept: z.number(),
  partial: z.number(),
  broken: z.number(),
  promised: z.bigint(),
  kept_amount: z.bigint(),
  received: z.bigint(),
});

/**
 * Promises that fell due, by the week of the last day on which their money counted: the `weeks` weeks that end with the one to
 * `sunday`. Weeks without any are absent; what is still being checked is not counted, nor what nothing was
 * owed of any more.
 */
export async function weekPromises(
  tx: Queries,
  { workspaceId, sunday, weeks }: { workspaceId: string; sunday: Day; weeks: number },
): Promise<WeekPromises[]> {
  const rows = await tx.sql(row, promisesSql, [workspaceId, isoDay(sunday), weeks]);
  return rows.map(({ week, kept_amount, ...rest }) => ({
    ...rest,
    keptAmount: kept_amount,
    endsOn: addDays(sunday, -7 * week),
  }));
}

/** $1 workspace, $2 Sunday, $3 weeks */
const promisesSql = `
SELECT currency, (($2::date - last_on) / 7)::int AS week,
  count(*) FILTER (WHERE state = 'kept')::int AS kept, count(*) FILTER (WHERE state = 'partially_kept')::int AS partial,
  count(*) FILTER (WHERE state = 'broken')::int AS broken, sum(amount)::bigint AS promised,
  coalesce(sum(amount) FILTER (WHERE state = 'kept'), 0)::bigint AS kept_amount, sum(least(received, amount))::bigint AS received
FROM promise
WHERE workspace_id = $1 AND last_on <= $2::date AND last_on > $2::date - 7 * $3::int
  AND state IN ('kept', 'partially_kept', 'broken') AND NOT (state = 'kept' AND received = 0)
GROUP BY 1, 2 ORDER BY 1, 2 DESC`;

/** Whether an account is due for a review that judges a promise whose money counted up to a day. */
export async function promisesToJudge(
  tx: Queries,
  { workspaceId, until, today, now }: { workspaceId: string; until: Day; today: Day; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    z.object({ id: z.string() }),
    `SELECT p.id FROM promise p JOIN debtor d ON d.id = p.debtor_id
     WHERE p.workspace_id = $1 AND p.state = 'open' AND p.last_on <= $2::date AND p.judge_on <= $3::date
       AND d.next_review_at <= $4::timestamptz LIMIT 1`,
    [workspaceId, isoDay(until), isoDay(today), now],
  );
  return rows.length > 0;
}

const expectedRow = z.object({ currency: z.string(), week: z.number(), amount: z.bigint() });

/**
 * What open promises still bring in each of the four weeks after `sunday` (week 0 to 3), minor units per currency; none that a manager or
 * whoever pays has still to agree to.
 */
export async function expectedFromPromises(
  tx: Queries,
  { workspaceId, sunday }: { workspaceId: string; sunday: Day },
): Promise<z.output<typeof expectedRow>[]> {
  return tx.sql(
    expectedRow,
    `SELECT currency, ((promised_on - $2::date - 1) / 7)::int AS week, sum(greatest(amount - received, 0))::bigint AS amount
     FROM promise WHERE workspace_id = $1 AND state = 'open' AND agreed IS DISTINCT FROM false AND NOT unconfirmed
       AND promised_on > $2::date AND promised_on <= $2::date + 28
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [workspaceId, isoDay(sunday)],
  );
}
