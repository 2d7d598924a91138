import { z } from 'zod';
import { dayOf } from '../core/day.ts';
import type { Receipt } from '../core/standingReceipts.ts';
import type { Queries } from './client.ts';

const row = z.object({
  payment_id: z.string(),
  currency: z.string(),
  amount: z.string(),
  value_on: z.string(),
  booked_at: z.date(),
  is_return: z.boolean(),
  invoice_id: z.string().nullable(),
});

/**
 * The money of a debtor: a row for each invoice that a payment was allocated to, and one for its unapplied rest, but for what finance said is for
 * something else. Rows of a
 * reversal name the payment that it takes back. Write-offs are no money.
 */
export async function loadReceipts(tx: Queries, workspaceId: string, debtorId: string): Promise<Receipt[]> {
  const rows = await tx.sql(row, receiptsSql, [workspaceId, debtorId]);
  return rows.map((r) => ({
    paymentId: r.payment_id,
    currency: r.currency,
    amount: BigInt(r.amount),
    valueOn: dayOf(r.value_on),
    bookedAt: r.booked_at,
    isReturn: r.is_return,
    ...(r.invoice_id ? { invoiceId: r.invoice_id } : {}),
  }));
}

const isReturn = "p.reverses_id IS NOT NULL AND p.key NOT LIKE 'replaced:%' AND p.key NOT LIKE 'undoes:%'";

const receiptsSql = `
SELECT coalesce(p.reverses_id, p.id) AS payment_id, p.currency, a.amount::text AS amount, p.value_on::text AS value_on,
  p.recorded_at AS booked_at, ${isReturn} AS is_return, a.invoice_id
FROM payment p JOIN allocation a ON a.payment_id = p.id JOIN invoice i ON i.id = a.invoice_id
WHERE p.workspace_id = $1 AND i.debtor_id = $2 AND p.origin <> 'write_off'
UNION ALL
SELECT coalesce(p.reverses_id, p.id), p.currency, p.unapplied::text, p.value_on::text, p.recorded_at, ${isReturn}, NULL
FROM payment p LEFT JOIN payment o ON o.id = p.reverses_id
WHERE p.workspace_id = $1 AND p.debtor_id = $2 AND p.unapplied <> 0 AND p.origin <> 'write_off'
  AND coalesce(o.meant_for, p.meant_for) IS DISTINCT FROM 'other'`;
