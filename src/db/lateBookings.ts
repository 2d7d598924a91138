import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';
import { asAt } from './invoiceAsAt.ts';

const row = z.object({ currency: z.string(), cash: z.bigint(), credits: z.bigint() });

/** What was booked late, one currency, minor units: by how much it lowers what was past due. */
export type LateBookings = z.output<typeof row>;

/**
 * What counts from `day` or before and was booked after `since`, on invoices that were past due at the end of that day: cash, less what was
 * returned; credits and write-offs. Currencies without any are absent.
 */
export async function lateBookings(
  tx: Queries,
  { workspaceId, day, since }: { workspaceId: string; day: Day; since: Date },
): Promise<LateBookings[]> {
  return tx.sql(row, lateSql, [workspaceId, isoDay(day), since]);
}

/** $1 workspace, $2 day, $3 since */
const lateSql = `
SELECT currency, coalesce(sum(amount) FILTER (WHERE is_cash), 0)::bigint AS cash,
  coalesce(sum(amount) FILTER (WHERE NOT is_cash), 0)::bigint AS credits
FROM (
  SELECT i.currency, a.amount,
    a.credit_note_id IS NULL AND coalesce(root.origin, p.origin) <> 'write_off' AS is_cash
  FROM allocation a JOIN invoice i ON i.id = a.invoice_id
  LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN payment root ON root.id = p.reverses_id
  WHERE a.workspace_id = $1 AND a.effective_on <= $2::date AND a.recorded_at > $3::timestamptz
    AND i.kind <> 'credit_note' AND i.issued_on <= $2::date AND ${asAt('due_on', '$2::date')} < $2::date) x
GROUP BY currency HAVING sum(amount) <> 0 OR count(DISTINCT is_cash) > 1 ORDER BY currency`;
