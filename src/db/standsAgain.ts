import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';

const row = z.object({
  /** a dispute, or a wait for money that was seen at the bank or said to be paid */
  kind: z.enum(['dispute', 'payment_seen', 'already_paid']),
  name: z.string(),
  account: z.string(),
  individual: z.boolean(),
  /** of a dispute: its invoice */
  number: z.string().nullable(),
  /** of money that was seen, minor units */
  amount: z.bigint().nullable(),
  currency: z.string().nullable(),
});

export type StandsAgain = z.infer<typeof row>;

/** What an import that stands had ended, and what stands again without it: disputes of invoices that it settled, waits for money that it booked. */
export async function standsAgain(
  tx: Queries,
  { workspaceId, importId, today }: { workspaceId: string; importId: string; today: Day },
): Promise<StandsAgain[]> {
  return tx.sql(row, againSql, [workspaceId, importId, isoDay(today)]);
}

/** allocation a was written by the import, or is of its money or of a credit note of its */
const ofImport = `(a.import_id = $2 OR a.payment_id IN (SELECT id FROM payment WHERE workspace_id = $1 AND import_id = $2)
  OR a.credit_note_id IN (SELECT id FROM invoice WHERE workspace_id = $1 AND import_id = $2))`;

/** $1 workspace, $2 import, $3 today */
const againSql = `
WITH again AS (
  SELECT 'dispute' AS kind, x.debtor_id, x.raised_on AS on, i.number, NULL::bigint AS amount, NULL AS currency
  FROM dispute x JOIN invoice i ON i.id = x.invoice_id
  WHERE x.workspace_id = $1 AND x.ended_with_invoice AND i.outstanding = 0 AND i.undone_at IS NULL AND i.import_id IS DISTINCT FROM $2
    AND (EXISTS (SELECT FROM ledger_import_change c WHERE c.import_id = $2 AND c.kind = 'invoice' AND c.subject_id = i.id
        AND c.before->>'amount' IS DISTINCT FROM c.after->>'amount')
      OR (SELECT sum(a.amount) FROM allocation a WHERE a.workspace_id = $1 AND a.invoice_id = i.id AND ${ofImport}) > 0)
    AND (SELECT coalesce(sum(a.amount), 0) FROM allocation a WHERE a.workspace_id = $1 AND a.invoice_id = i.id AND a.credit_note_id IS NOT NULL
      AND a.effective_on >= x.raised_on AND NOT ${ofImport}) < x.amount
  UNION ALL
  SELECT h.kind, h.debtor_id, h.from_on, NULL, h.amount, h.currency
  FROM hold h
  WHERE h.workspace_id = $1 AND h.confirmed AND h.until_on >= $3::date
    AND EXISTS (SELECT FROM payment p WHERE p.workspace_id = $1 AND p.debtor_id = h.debtor_id AND p.import_id = $2 AND p.recorded_at > h.recorded_at)
    AND CASE WHEN h.amount IS NULL
      THEN EXISTS (SELECT FROM invoice i JOIN allocation a ON a.workspace_id = $1 AND a.invoice_id = i.id
        WHERE i.workspace_id = $1 AND i.debtor_id = h.debtor_id AND i.due_on < h.from_on AND i.import_id IS DISTINCT FROM $2 AND ${ofImport})
      ELSE h.amount > (SELECT coalesce(sum(p.amount), 0) FROM payment p WHERE p.workspace_id = $1 AND p.debtor_id = h.debtor_id
        AND p.currency = h.currency AND p.origin <> 'write_off' AND p.recorded_at > h.recorded_at AND p.import_id IS DISTINCT FROM $2) END)
SELECT g.kind, d.name, d.account, d.kind = 'individual' AS individual, g.number, g.amount, g.currency
FROM again g JOIN debtor d ON d.id = g.debtor_id ORDER BY g.on, d.name, d.id, g.number, g.amount`;
