import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';

const row = z.object({ currency: z.string(), amount: z.bigint() });

/** Billed on credit on the days after `from` up to `to`, minor units per currency, as the amounts stand now. */
export async function salesBetween(
  tx: Queries,
  { workspaceId, from, to }: { workspaceId: string; from: Day; to: Day },
): Promise<Money[]> {
  return tx.sql(
    row,
    `SELECT currency, sum(amount)::bigint AS amount FROM invoice
     WHERE workspace_id = $1 AND kind <> 'credit_note' AND issued_on > $2::date AND issued_on <= $3::date
     GROUP BY currency ORDER BY currency`,
    [workspaceId, isoDay(from), isoDay(to)],
  );
}

/** Given up on the days after `from` up to `to`, minor units per currency. */
export async function writtenOffBetween(
  tx: Queries,
  { workspaceId, from, to }: { workspaceId: string; from: Day; to: Day },
): Promise<Money[]> {
  return tx.sql(
    row,
    `SELECT i.currency, sum(a.amount)::bigint AS amount FROM allocation a JOIN invoice i ON i.id = a.invoice_id
     JOIN payment p ON p.id = a.payment_id LEFT JOIN payment root ON root.id = p.reverses_id
     WHERE a.workspace_id = $1 AND a.effective_on > $2::date AND a.effective_on <= $3::date
       AND coalesce(root.origin, p.origin) = 'write_off' GROUP BY i.currency ORDER BY i.currency`,
    [workspaceId, isoDay(from), isoDay(to)],
  );
}

/**
 * Whether figures over all sales can be worked out for the days after `from`: every ledger file so far was of a kind that lists
 * paid invoices too, and they reach back that far. Lists of open items leave out what was paid before.
 */
export async function hasAllInvoices(
  tx: Queries,
  { workspaceId, from }: { workspaceId: string; from: Day },
): Promise<boolean> {
  const rows = await tx.sql(
    z.object({ whole: z.boolean().nullable() }),
    `SELECT bool_and(format IN ('ibm', 'xero')) AND (
       SELECT min(issued_on) FROM invoice WHERE workspace_id = $1 AND undone_at IS NULL) <= $2::date AS whole
     FROM ledger_import WHERE workspace_id = $1 AND kind = 'ledger' AND status = 'applied'`,
    [workspaceId, isoDay(from)],
  );
  return rows[0]?.whole ?? false;
}

/** The first day on which anything was billed; undefined while nothing is. */
export async function firstIssued(tx: Queries, workspaceId: string): Promise<string | undefined> {
  const rows = await tx.sql(
    z.object({ first: z.string().nullable() }),
    'SELECT min(issued_on) AS first FROM invoice WHERE workspace_id = $1 AND undone_at IS NULL',
    [workspaceId],
  );
  return rows[0]?.first ?? undefined;
}
