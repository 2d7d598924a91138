import { isoDay } from '../core/day.ts';
import type { LedgerScope } from './ledgerScope.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

/** Confirmed money and credits on each invoice of which the file shows less: the ledger's own first, the latest first. */
const TAKEN_BACK = `
CREATE TEMP TABLE import_taken_back ON COMMIT DROP AS
SELECT gen_random_uuid()::text AS reversal_id, invoice_id, debtor_id, currency, root_id, credit_note_id,
  least(held, need - before) AS amount, false AS opened
FROM (SELECT r.invoice_id, r.debtor_id, r.currency, -r.amount AS need, m.id AS root_id, c.id AS credit_note_id, h.held,
    coalesce(sum(h.held) OVER (PARTITION BY r.invoice_id
      ORDER BY CASE m.origin WHEN 'ledger' THEN 1 WHEN 'bank' THEN 2 WHEN 'manual' THEN 2 WHEN 'write_off' THEN 3 ELSE 4 END, h.since DESC,
        ${moneyOrderSql('m', 'DESC')}, c.due_on DESC, c.number DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM import_residual r JOIN (
    SELECT a.invoice_id, coalesce(p.reverses_id, p.id) AS root_id, a.credit_note_id, sum(a.amount) AS held, max(a.effective_on) AS since
    FROM import_residual r JOIN allocation a ON a.invoice_id = r.invoice_id LEFT JOIN payment p ON p.id = a.payment_id
    WHERE r.amount < 0 AND NOT (a.confirmed_import_id IS NULL AND coalesce(p.origin IN ('bank', 'manual'), false))
    GROUP BY 1, 2, 3 HAVING sum(a.amount) > 0) h ON h.invoice_id = r.invoice_id
  LEFT JOIN payment m ON m.id = h.root_id LEFT JOIN invoice c ON c.id = h.credit_note_id) x
WHERE need > before`;

/**
 * Ledger money that opened a credit note again while an invoice still had it: once the invoice gives it back, what would be more than the whole
 * credit; the latest first.
 */
const OPENED = `
INSERT INTO import_taken_back
SELECT gen_random_uuid()::text, credit_note_id, debtor_id, currency, root_id, NULL, least(held, excess - before), true
FROM (SELECT m.*, coalesce(sum(held) OVER (PARTITION BY credit_note_id ORDER BY since DESC, root_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
  FROM (SELECT c.id AS credit_note_id, c.debtor_id, c.currency, f.freed - (c.outstanding - c.amount) AS excess,
      coalesce(root.id, p.id) AS root_id, sum(a.amount) AS held, max(a.effective_on) AS since
    FROM (SELECT credit_note_id, sum(amount) AS freed FROM import_taken_back WHERE credit_note_id IS NOT NULL GROUP BY 1) f
    JOIN invoice c ON c.id = f.credit_note_id JOIN allocation a ON a.invoice_id = c.id
    JOIN payment p ON p.id = a.payment_id LEFT JOIN payment root ON root.id = p.reverses_id
    WHERE f.freed > c.outstanding - c.amount
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(a.amount) > 0) m) x
WHERE excess > before`;

/**
 * Where the file shows less paid than is known, the difference is taken back by reversals of the ledger, dated as-of; credits
 * are set free again, and what had opened them meanwhile goes. Answers how many invoices were corrected.
 */
export async function takeBack({
  tx,
  importId,
  workspaceId,
  creditorId,
  asOf,
  now,
}: LedgerScope): Promise<number> {
  await tx.execute(TAKEN_BACK);
  await tx.execute(OPENED);
  await tx.execute(
    `INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, reverses_id,
       import_id, key, recorded_at)
     SELECT reversal_id, $2, $3, debtor_id, currency, -amount, 0, $4, 'ledger', root_id, $1,
       'ledger:' || invoice_id || ':' || $1 || ':reverses:' || root_id, $5
     FROM import_taken_back WHERE root_id IS NOT NULL`,
    [importId, workspaceId, creditorId, isoDay(asOf), now],
  );
  return tx.execute(
    `WITH written AS (
       INSERT INTO allocation (id, workspace_id, payment_id, credit_note_id, invoice_id, amount, effective_on, confirmed_import_id,
         import_id, recorded_at)
       SELECT gen_random_uuid()::text, $2, CASE WHEN root_id IS NOT NULL THEN reversal_id END, credit_note_id, invoice_id, -amount,
         $3, $1, $1, $4
       FROM import_taken_back RETURNING invoice_id)
     SELECT DISTINCT invoice_id FROM written
     WHERE invoice_id NOT IN (SELECT invoice_id FROM import_taken_back WHERE opened)`,
    [importId, workspaceId, isoDay(asOf), now],
  );
}

const UNWRITTEN = `
CREATE TEMP TABLE import_unwritten ON COMMIT DROP AS
SELECT i.id, i.debtor_id, i.due_on, i.order_number, i.missing_since, i.amount AS held_amount, i.amount - i.outstanding AS amount
FROM invoice i
WHERE i.id IN (SELECT credit_note_id FROM import_taken_back) AND i.import_id IS NULL AND i.outstanding < 0
  AND NOT EXISTS (SELECT FROM import_plan p WHERE p.invoice_id = i.id)`;

/**
 * Credit notes that came with no file were written for what finance said: what was taken back of them is nobody's credit, and goes. One of which
 * nothing is left is void.
 */
export async function unwriteCredits({ tx, importId, workspaceId, asOf, now }: LedgerScope): Promise<void> {
  await tx.execute(UNWRITTEN);
  await tx.execute(
    `INSERT INTO invoice_revision (id, workspace_id, invoice_id, effective_on, old_due_on, new_due_on, old_amount, new_amount,
       import_id, recorded_at)
     SELECT gen_random_uuid()::text, $2, id, $3, due_on, due_on, held_amount, amount, $1, $4 FROM import_unwritten`,
    [importId, workspaceId, isoDay(asOf), now],
  );
  await tx.execute(
    `INSERT INTO ledger_import_change (import_id, kind, subject_id, before, after)
     SELECT $1, 'invoice', id, kept || jsonb_build_object('amount', held_amount), kept || jsonb_build_object('amount', amount)
     FROM (SELECT *, jsonb_build_object('due_on', due_on, 'debtor_id', debtor_id, 'order_number', order_number,
         'missing_since', missing_since) AS kept FROM import_unwritten) w`,
    [importId],
  );
  await tx.execute(
    `UPDATE invoice i SET amount = w.amount, undone_at = CASE WHEN w.amount = 0 THEN $1::timestamptz END
     FROM import_unwritten w WHERE i.id = w.id`,
    [now],
  );
}

/**
 * Credit notes that the file shows as less used than is known: opened again by ledger money, before a smaller amount of
 * theirs is written.
 */
export async function restoreCredits({
  tx,
  importId,
  workspaceId,
  creditorId,
  asOf,
  now,
}: LedgerScope): Promise<void> {
  await tx.execute(
    `CREATE TEMP TABLE import_restored ON COMMIT DROP AS
     SELECT gen_random_uuid()::text AS payment_id, i.id AS credit_note_id, p.debtor_id, p.currency,
       (i.outstanding - i.amount) - (p.target - p.amount) AS amount
     FROM import_plan p JOIN invoice i ON i.id = p.invoice_id
     WHERE i.amount < 0 AND i.outstanding - i.amount > p.target - p.amount`,
  );
  await tx.execute(
    `INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, import_id, key,
       recorded_at)
     SELECT payment_id, $2, $3, debtor_id, currency, amount, 0, $4, 'ledger', $1, 'ledger:' || credit_note_id || ':' || $1 || ':open',
       $5 FROM import_restored`,
    [importId, workspaceId, creditorId, isoDay(asOf), now],
  );
  await tx.execute(
    `INSERT INTO allocation (id, workspace_id, payment_id, invoice_id, amount, effective_on, confirmed_import_id, import_id, recorded_at)
     SELECT gen_random_uuid()::text, $2, payment_id, credit_note_id, amount, $3, $1, $1, $4 FROM import_restored`,
    [importId, workspaceId, isoDay(asOf), now],
  );
  await tx.execute('INSERT INTO import_touched SELECT debtor_id FROM import_restored');
}
