import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';

/** What was set against an invoice on a day. */
export interface SetAgainst extends Money {
  readonly on: Day;
  readonly invoice: string;
  /** payment | write_off; absent for a credit note */
  readonly origin?: string | undefined;
  readonly creditNote?: string | undefined;
}

const row = z.object({
  on: z.string(),
  invoice: z.string(),
  currency: z.string(),
  amount: z.string(),
  origin: z.string().nullable(),
  credit_note: z.string().nullable(),
});

/** $1 workspace, $2 debtor; what was booked and taken back on the same day, or only took the place of other money, adds up to nothing */
const setAgainstSql = `
SELECT a.effective_on::text AS "on", i.number AS invoice, i.currency, sum(a.amount)::text AS amount, c.number AS credit_note,
  CASE WHEN c.id IS NOT NULL THEN NULL WHEN p.origin = 'write_off' THEN 'write_off' ELSE 'payment' END AS origin
FROM allocation a
JOIN invoice i ON i.id = a.invoice_id
LEFT JOIN invoice c ON c.id = a.credit_note_id
LEFT JOIN payment p ON p.id = a.payment_id
WHERE a.workspace_id = $1 AND i.debtor_id = $2 AND i.undone_at IS NULL
GROUP BY a.effective_on, i.number, i.currency, c.id, c.number, 6
HAVING sum(a.amount) <> 0
ORDER BY a.effective_on, i.number, 5 NULLS FIRST, 6`;

/** Everything that was set against a debtor's invoices, money and credits, by day and invoice; what was taken back is negative. */
export async function evidencePayments(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<SetAgainst[]> {
  const rows = await tx.sql(row, setAgainstSql, [workspaceId, debtorId]);
  return rows.map(({ on, invoice, currency, amount, origin, credit_note }) => ({
    on: dayOf(on),
    invoice,
    currency,
    amount: BigInt(amount),
    origin: origin ?? undefined,
    creditNote: credit_note ?? undefined,
  }));
}
