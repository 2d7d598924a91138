import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';

/** Money that could be what a customer says to have paid. */
export interface FoundMoney {
  /** open: not allocated to anything; elsewhere: booked to another account; returned: the bank took it back */
  readonly where: 'open' | 'elsewhere' | 'returned';
  readonly currency: string;
  /** minor units */
  readonly amount: bigint;
  readonly valueOn: Day;
  readonly payer: string | undefined;
  readonly reference: string | undefined;
  /** the account that it is booked to */
  readonly debtorName: string | undefined;
}

const MOST = 5;

const row = z.object({
  place: z.enum(['open', 'elsewhere', 'returned']),
  currency: z.string(),
  amount: z.bigint(),
  value_on: z.string(),
  payer_name: z.string().nullable(),
  reference: z.string().nullable(),
  debtor_name: z.string().nullable(),
});

/**
 * Where the money may be that a customer says to have paid since a day: unapplied here, not known to be anybody's, or booked to another
 * account, in the amount of one of the debtor's open invoices or of all that is overdue; or taken back by the bank.
 */
export async function searchPayment(
  tx: Queries,
  options: { workspaceId: string; debtorId: string; since: Day; today: Day },
): Promise<FoundMoney[]> {
  const { workspaceId, debtorId, since, today } = options;
  const rows = await tx.sql(row, searchSql, [workspaceId, debtorId, isoDay(since), isoDay(today), MOST]);
  return rows.map((found) => ({
    where: found.place,
    currency: found.currency,
    amount: found.amount,
    valueOn: dayOf(found.value_on),
    payer: found.payer_name ?? undefined,
    reference: found.reference ?? undefined,
    debtorName: found.debtor_name ?? undefined,
  }));
}

/** $1 workspace, $2 debtor, $3 since, $4 today, $5 most */
const searchSql = `
WITH open AS (SELECT currency, outstanding, due_on FROM invoice WHERE workspace_id = $1 AND debtor_id = $2 AND outstanding > 0),
amounts AS (
  SELECT currency, outstanding AS amount FROM open
  UNION SELECT currency, sum(outstanding) FROM open WHERE due_on < $4::date GROUP BY currency
  UNION SELECT currency, sum(outstanding) FROM open GROUP BY currency)
SELECT CASE WHEN p.amount < 0 THEN 'returned' WHEN p.unapplied > 0 THEN 'open' ELSE 'elsewhere' END AS place,
  p.currency, abs(p.amount) AS amount, p.value_on::text AS value_on, p.payer_name, p.reference,
  CASE WHEN p.debtor_id <> $2 THEN d.name END AS debtor_name
FROM payment p LEFT JOIN debtor d ON d.id = p.debtor_id
WHERE p.workspace_id = $1 AND p.value_on >= $3::date AND p.origin <> 'write_off' AND p.reversed = 0
  AND ((p.debtor_id = $2 AND p.unapplied > 0)
    OR (p.debtor_id = $2 AND p.amount < 0 AND p.reverses_id IS NOT NULL AND p.key NOT LIKE 'replaced:%' AND p.key NOT LIKE 'undoes:%')
    OR (p.debtor_id IS DISTINCT FROM $2 AND p.amount > 0
      AND EXISTS (SELECT 1 FROM amounts a WHERE a.currency = p.currency AND a.amount = p.amount)))
ORDER BY p.unapplied > 0 DESC, p.debtor_id IS NOT DISTINCT FROM $2 DESC, p.value_on DESC, p.id LIMIT $5`;
