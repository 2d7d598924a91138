import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Settings } from '../core/settings.ts';
import type { Queries } from './client.ts';

/** An account of which too little to be chased may be left. */
export interface SmallBalanceAccount {
  readonly debtorId: string;
  readonly debtorName: string;
  /** ids of its invoices that were left, or whose write-off was declined, since a day */
  readonly left: ReadonlySet<string>;
}

const row = z.object({ id: z.string(), name: z.string(), left_ids: z.array(z.string()) });

/**
 * The accounts with an invoice past due that is too small to be chased, or that open credits may have made so: whether it is, their facts
 * decide. Of one account where that is named.
 */
export async function smallBalanceAccounts(
  tx: Queries,
  options: {
    workspaceId: string;
    settings: Pick<Settings, 'smallBalance'>;
    today: Day;
    leftSince: Day;
    debtorId?: string | undefined;
  },
): Promise<SmallBalanceAccount[]> {
  const { workspaceId, settings, today, leftSince, debtorId = null } = options;
  const limits = JSON.stringify(settings.smallBalance);
  const given = [workspaceId, isoDay(today), limits, isoDay(leftSince), debtorId];
  const rows = await tx.sql(row, accountsSql, given);
  return rows.map(({ id, name, left_ids }) => ({ debtorId: id, debtorName: name, left: new Set(left_ids) }));
}

/** $1 workspace, $2 today, $3 limits by currency, $4 the day since which what was left is left, $5 the account, or null */
const accountsSql = `
WITH credit AS (
  SELECT debtor_id, currency FROM invoice WHERE workspace_id = $1 AND outstanding < 0
  UNION SELECT debtor_id, currency FROM payment WHERE workspace_id = $1 AND unapplied > 0 AND debtor_id IS NOT NULL),
small AS (
  SELECT DISTINCT i.debtor_id FROM invoice i JOIN jsonb_each_text($3::jsonb) most ON most.key = i.currency
  LEFT JOIN credit c ON c.debtor_id = i.debtor_id AND c.currency = i.currency
  WHERE i.workspace_id = $1 AND i.outstanding > 0 AND i.due_on < $2::date AND ($5::text IS NULL OR i.debtor_id = $5)
    AND (i.outstanding < most.value::bigint OR c.debtor_id IS NOT NULL))
SELECT d.id, d.name, (SELECT coalesce(array_agg(w.invoice_id), '{}') FROM write_off w
  WHERE w.debtor_id = d.id AND w.state IN ('left', 'declined') AND w.ended_on >= $4::date) AS left_ids
FROM small s JOIN debtor d ON d.id = s.debtor_id ORDER BY d.name, d.id`;
