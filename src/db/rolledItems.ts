import { z } from 'zod';
import { addDays, type Day, dayOf, isoDay } from '../core/day.ts';
import { ROLL_DAYS, type RolledItems } from '../core/rollRates.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

/** What was open of one currency 30 days before a day, and what of it is open on the day. */
export interface CurrencyRolled {
  readonly currency: string;
  /** empty where the ledger of somebody whose items these are was not known then */
  readonly items: readonly RolledItems[];
}

const row = z.object({
  currency: z.string(),
  known: z.boolean(),
  due_then: z.string(),
  open_then: z.bigint(),
  due_now: z.string(),
  open_still: z.bigint(),
});

/** Open invoices of 30 days before `day` and what has become of them by its end; currencies in which nothing was open are absent. */
export async function rolledItems(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<CurrencyRolled[]> {
  const rows = await tx.sql(row, rolledSql, [workspaceId, isoDay(day), isoDay(addDays(day, -ROLL_DAYS))]);
  return [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
    const of = rows.filter((r) => r.currency === currency);
    return { currency, items: of.every(({ known }) => known) ? of.map(itemsOf) : [] };
  });
}

function itemsOf(found: z.infer<typeof row>): RolledItems {
  return {
    dueThen: dayOf(found.due_then),
    openThen: found.open_then,
    dueNow: dayOf(found.due_now),
    openStill: found.open_still,
  };
}

/**
 * $1 workspace, $2 day, $3 the day 30 days before. A creditor's ledger was known then where a file of that day or earlier stands, or where its
 * files list paid invoices too and reach back that far; lists of open items leave out what was paid before the first of them. The two books are
 * gathered by item and not joined: how many items they have is not known to the planner, and it would work one out for each item of the other.
 */
const rolledSql = `
WITH ${bookAt('$3::date', { name: 'book_then' })}, ${bookAt('$2::date', { name: 'book_now' })},
known AS MATERIALIZED (
  SELECT c.id, coalesce((SELECT min(li.as_of) <= $3::date OR bool_and(li.format IN ('ibm', 'xero')) AND (
      SELECT min(issued_on) FROM invoice f WHERE f.workspace_id = $1 AND f.creditor_id = c.id AND f.undone_at IS NULL) <= $3::date
    FROM ledger_import li WHERE li.workspace_id = $1 AND li.creditor_id = c.id AND li.kind = 'ledger' AND li.status = 'applied'), false) AS known
  FROM creditor c WHERE c.workspace_id = $1),
item AS (
  SELECT debtor_id, currency, max(due_on) FILTER (WHERE is_then) AS due_then, max(due_on) FILTER (WHERE NOT is_then) AS due_now,
    max(outstanding) FILTER (WHERE is_then) AS open_then, max(outstanding) FILTER (WHERE NOT is_then) AS open_now
  FROM (SELECT id, debtor_id, currency, due_on, outstanding, true AS is_then FROM book_then
    UNION ALL SELECT id, debtor_id, currency, due_on, outstanding, false FROM book_now) x
  GROUP BY id, debtor_id, currency)
SELECT t.currency, bool_and(k.known) AS known, t.due_then, sum(t.open_then)::bigint AS open_then,
  coalesce(t.due_now, t.due_then) AS due_now, sum(least(t.open_then, greatest(coalesce(t.open_now, 0), 0)))::bigint AS open_still
FROM item t JOIN debtor d ON d.id = t.debtor_id JOIN known k ON k.id = d.creditor_id
WHERE t.open_then > 0
GROUP BY t.currency, t.due_then, coalesce(t.due_now, t.due_then) ORDER BY t.currency, t.due_then, due_now`;
