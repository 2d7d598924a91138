import { z } from 'zod';
import { type AgeingRow, ageing } from '../core/ageing.ts';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

/** One currency of the ledger at the end of a day. Amounts are minor units; credit notes are no open invoices. */
export interface LedgerFigures {
  readonly currency: string;
  readonly open: number;
  readonly openAmount: bigint;
  /** due before the day, whatever their state */
  readonly pastDue: number;
  readonly pastDueDebtors: number;
  readonly pastDueAmount: bigint;
  /** of the open invoices, by calendar days past due */
  readonly ageing: AgeingRow['buckets'];
}

const row = z.object({
  currency: z.string(),
  due_on: z.string().nullable(),
  open: z.bigint(),
  open_amount: z.bigint(),
  past_due: z.bigint(),
  past_due_debtors: z.bigint(),
  past_due_amount: z.bigint(),
});

/** Open and past due at the end of any day, by currency in the order of their codes; a currency in which nothing is open is absent. */
export async function ledgerFigures(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<LedgerFigures[]> {
  const rows = await tx.sql(row, figuresSql, [workspaceId, isoDay(day)]);
  const ages = ageing(
    rows.flatMap((r) =>
      r.due_on === null ? [] : [{ currency: r.currency, dueOn: dayOf(r.due_on), outstanding: r.open_amount }],
    ),
    day,
  );
  return ages.flatMap(({ currency, buckets }) => {
    const total = rows.find((r) => r.currency === currency && r.due_on === null);
    if (!total) return [];
    return {
      currency,
      open: Number(total.open),
      openAmount: total.open_amount,
      pastDue: Number(total.past_due),
      pastDueDebtors: Number(total.past_due_debtors),
      pastDueAmount: total.past_due_amount,
      ageing: buckets,
    };
  });
}

/** $1 workspace, $2 day: a row for each currency and due date, and one for each currency (due_on null) */
const figuresSql = `
WITH ${bookAt('$2::date')}
SELECT currency, due_on, count(*) AS open, sum(outstanding)::bigint AS open_amount,
  count(*) FILTER (WHERE due_on < $2::date) AS past_due,
  count(DISTINCT debtor_id) FILTER (WHERE due_on < $2::date) AS past_due_debtors,
  coalesce(sum(outstanding) FILTER (WHERE due_on < $2::date), 0)::bigint AS past_due_amount
FROM book WHERE outstanding > 0
GROUP BY GROUPING SETS ((currency, due_on), (currency))`;
