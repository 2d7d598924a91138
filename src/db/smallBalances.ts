import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Settings } from '../core/settings.ts';
import { isSmallBalance } from '../core/smallBalance.ts';
import type { Queries } from './client.ts';

export interface SmallBalance {
  readonly invoiceId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly number: string;
  readonly dueOn: Day;
  readonly currency: string;
  /** minor units */
  readonly outstanding: bigint;
}

const row = z.object({
  id: z.string(),
  debtor_id: z.string(),
  name: z.string(),
  number: z.string(),
  due_on: z.string(),
  currency: z.string(),
  amount: z.bigint(),
  outstanding: z.bigint(),
});

/**
 * Invoices past due of which too little is open to be chased, the oldest first; but for those that are proposed for a write-off, and those that
 * were left, or declined, since that day. Not of accounts that are handed off, nor what is not in the last ledger file.
 */
export async function smallBalances(
  tx: Queries,
  options: {
    workspaceId: string;
    settings: Pick<Settings, 'smallBalance'>;
    today: Day;
    leftSince: Day;
  },
): Promise<SmallBalance[]> {
  const { workspaceId, settings, today, leftSince } = options;
  const limits = JSON.stringify(settings.smallBalance);
  const rows = await tx.sql(row, smallSql, [workspaceId, isoDay(today), limits, isoDay(leftSince)]);
  return rows
    .map((r) => ({ ...r, issuedOn: dayOf(r.due_on), dueOn: dayOf(r.due_on) }))
    .filter((invoice) => isSmallBalance(invoice, invoice.outstanding, settings))
    .map(({ id, debtor_id, name, number, dueOn, currency, outstanding }) => ({
      ...{ invoiceId: id, debtorId: debtor_id, debtorName: name },
      ...{ number, dueOn, currency, outstanding },
    }));
}

/** $1 workspace, $2 today, $3 limits by currency, $4 the day since which what was left is left */
const smallSql = `
SELECT i.id, i.debtor_id, d.name, i.number, i.due_on::text AS due_on, i.currency, i.amount, i.outstanding
FROM invoice i JOIN debtor d ON d.id = i.debtor_id
JOIN jsonb_each_text($3::jsonb) small ON small.key = i.currency
WHERE i.workspace_id = $1 AND i.outstanding > 0 AND i.outstanding < small.value::bigint AND i.due_on < $2::date
  AND i.missing_since IS NULL
  AND NOT EXISTS (SELECT 1 FROM hand_off h WHERE h.debtor_id = i.debtor_id AND h.recalled_on IS NULL)
  AND NOT EXISTS (SELECT 1 FROM write_off w WHERE w.invoice_id = i.id
    AND (w.state IN ('proposed', 'agreed') OR w.state IN ('left', 'declined') AND w.ended_on >= $4::date))
ORDER BY i.due_on, d.name, i.id`;
