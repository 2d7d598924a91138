import { z } from 'zod';
import { isoDay } from '../core/day.ts';
import type { LedgerScope } from './ledgerScope.ts';
import { EMPTIED, indexIfLarge, readyWorkTables } from './ledgerWorkTables.ts';

const INCOMING = `
WITH ${EMPTIED},
scope AS (INSERT INTO import_scope VALUES ($1, $2, $3, $4)),
listed AS (
  INSERT INTO import_listed SELECT DISTINCT s.data->>'number' FROM ledger_import_row s
  WHERE s.import_id = $1 AND s.data->>'type' IN ('seen', 'invoice'))
INSERT INTO import_incoming
SELECT s.row_number, row_number() OVER (PARTITION BY r.number ORDER BY s.row_number), r.*
FROM ledger_import_row s, jsonb_to_record(s.data) AS r(number text, account text, name text, issued_on date, due_on date,
  currency text, amount bigint, outstanding bigint, settled_on date, order_number text, emails jsonb, country text, region text, kind text,
  last_step text, last_step_on date)
WHERE s.import_id = $1 AND s.data->>'type' = 'invoice'`;

/** bank money on an invoice that no ledger file has shown yet, by the payment that it came with (returned ones netted) */
const UNCONFIRMED = `
INSERT INTO import_unconfirmed
SELECT a.invoice_id, coalesce(root.id, p.id), sum(a.amount), min(a.effective_on)
FROM allocation a JOIN payment p ON p.id = a.payment_id LEFT JOIN payment root ON root.id = p.reverses_id
JOIN invoice i ON i.id = a.invoice_id AND i.creditor_id = $2
WHERE a.workspace_id = $1 AND a.confirmed_import_id IS NULL AND p.origin IN ('bank', 'manual')
GROUP BY 1, 2 HAVING sum(a.amount) <> 0`;

const REFUSED = `
WITH unconfirmed AS (${UNCONFIRMED}),
repeated AS (
  SELECT r.row_number, format('Invoice %s stands on row %s already, with other figures.', r.number, f.row_number) AS reason
  FROM import_incoming r JOIN import_incoming f ON f.number = r.number AND f.copy = 1
  WHERE r.copy > 1 AND (r.account, r.issued_on, r.due_on, r.currency, r.amount, r.outstanding)
    IS DISTINCT FROM (f.account, f.issued_on, f.due_on, f.currency, f.amount, f.outstanding)),
contradicted AS (
  SELECT n.row_number, CASE WHEN i.currency <> n.currency
    THEN format('Invoice %s is in %s in the ledger, and in %s here.', n.number, i.currency, n.currency)
    ELSE format('%s is an invoice here and a credit note in the ledger, or the other way round.', n.number) END AS reason
  FROM import_incoming n JOIN invoice i ON i.workspace_id = $1 AND i.creditor_id = $2 AND i.number = n.number
  WHERE n.copy = 1 AND i.undone_at IS NULL
    AND (i.currency <> n.currency OR sign(coalesce(nullif(n.amount, 0), n.outstanding)) = CASE i.kind WHEN 'credit_note' THEN 1 ELSE -1 END)),
taken_once AS (DELETE FROM import_incoming WHERE copy > 1),
left_out AS (DELETE FROM import_incoming n USING contradicted c WHERE n.row_number = c.row_number)
SELECT * FROM repeated UNION ALL SELECT * FROM contradicted ORDER BY row_number`;

/**
 * delta: what the file shows as paid, less what is known as paid without unconfirmed bank money; booked: what that bank money does
 * not account for, negative where money has to be taken back. One that is void since its import was undone is new, under its old id: what was
 * done about it is not done again
 */
const PLAN = `
INSERT INTO import_plan
SELECT coalesce(i.id, v.id, gen_random_uuid()::text), i.id IS NULL, n.number, n.account, d.id, coalesce(n.issued_on, least(n.due_on, $3)),
  n.due_on, n.currency, w.amount, n.outstanding, n.settled_on, n.order_number, i.amount, i.due_on, i.outstanding, i.debtor_id,
  i.order_number, i.missing_since, w.delta, CASE WHEN w.delta > 0 THEN greatest(0, w.delta - coalesce(u.received, 0))
    ELSE least(0, w.delta - coalesce(u.returned, 0)) END
FROM import_incoming n
LEFT JOIN invoice i ON i.workspace_id = $1 AND i.creditor_id = $2 AND i.number = n.number AND i.undone_at IS NULL
LEFT JOIN invoice v ON v.workspace_id = $1 AND v.creditor_id = $2 AND v.number = n.number AND v.undone_at IS NOT NULL
LEFT JOIN debtor d ON d.workspace_id = $1 AND d.creditor_id = $2 AND d.account = n.account
LEFT JOIN (SELECT invoice_id, sum(amount) AS amount, sum(amount) FILTER (WHERE amount > 0) AS received,
    sum(amount) FILTER (WHERE amount < 0) AS returned FROM import_unconfirmed GROUP BY 1) u ON u.invoice_id = i.id
CROSS JOIN LATERAL (SELECT a.amount,
  (a.amount - n.outstanding) - (coalesce(i.amount - i.outstanding, 0) - coalesce(u.amount, 0)) AS delta FROM (SELECT CASE
  WHEN n.amount IS NOT NULL THEN n.amount
  WHEN i.id IS NULL OR abs(n.outstanding) > abs(i.amount) THEN n.outstanding
  ELSE i.amount END AS amount) a) w
WHERE NOT (i.id IS NULL AND n.amount IS NULL AND n.outstanding = 0)`;

/** A row that cannot be taken because it contradicts the ledger or an earlier row. */
export interface RefusedRow {
  readonly rowNumber: number;
  readonly reason: string;
}

/** Spreads the staged invoices out in a temporary table, for all that follows in this transaction; nothing works on such tables before it. */
export async function collectIncoming(scope: LedgerScope, large: boolean): Promise<void> {
  const { tx, importId, workspaceId, creditorId, asOf } = scope;
  await readyWorkTables(tx, large);
  await tx.execute(INCOMING, [importId, workspaceId, creditorId, isoDay(asOf)]);
  await indexIfLarge(scope, large, 'import_incoming', 'number, copy');
  // whatever plan is made: how many rows are open is not known to the planner amid an import
  await indexIfLarge(scope, large, 'import_listed', 'number');
}

/**
 * Works out in temporary tables what the incoming rows would change, and changes nothing yet: one row of `import_plan` for each
 * invoice in the file, but for rows that contradict the ledger or themselves, which it answers in their order.
 */
export async function planLedger(scope: LedgerScope, large: boolean): Promise<RefusedRow[]> {
  const { tx, workspaceId, creditorId, asOf } = scope;
  const refused = await tx.sql(refusedRow, REFUSED, [workspaceId, creditorId]);
  await tx.execute(PLAN, [workspaceId, creditorId, isoDay(asOf)]);
  await indexIfLarge(scope, large, 'import_plan', 'invoice_id');
  return refused;
}

const refusedRow = z
  .object({ row_number: z.number(), reason: z.string() })
  .transform((row) => ({ rowNumber: row.row_number, reason: row.reason }));
