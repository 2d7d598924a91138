import { isoDay } from '../core/day.ts';
import type { LedgerScope } from './ledgerScope.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

/** Confirmed money and credits on each invoice of which the file shows less: the ledger's own first, the latest first. */
const TAKEN_BACK = `
CREATE TEMP TABLE import_taken_back ON COMMIT DROP AS
SELECT gen_random_uuid()::text AS reversal_id, invoice_id, debtor_id, currency, root_id, credit_note_id,
  least(held, need - before) AS amount
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
 * Where the file shows less paid than is known, the difference is taken back by reversals of the ledger, dated as-of; credits
 * are set free again. Answers how many invoices were corrected.
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
     SELECT DISTINCT invoice_id FROM written`,
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
    `INSERT INTO ledger_import_change (workspace_id, import_id, kind, subject_id, before, after)
     SELECT $2, $1, 'invoice', id, kept || jsonb_build_object('amount', held_amount), kept || jsonb_build_object('amount', amount)
     FROM (SELECT *, jsonb_build_object('due_on', due_on, 'debtor_id', debtor_id, 'order_number', order_number,
         'missing_since', missing_since) AS kept FROM import_unwritten) w`,
    [importId, workspaceId],
  );
  await tx.execute(
    `UPDATE invoice i SET amount = w.amount, undone_at = CASE WHEN w.amount = 0 THEN $1::timestamptz END
     FROM import_unwritten w WHERE i.id = w.id`,
    [now],
  );
}

/**
 * What opens each credit note of which the file shows less used: first money that comes back of what was refunded of it, then what invoices have of
 * it, the latest first.
 */
const RESTORED = `
CREATE TEMP TABLE import_restored ON COMMIT DROP AS
WITH opened AS (
  SELECT c.id, c.debtor_id, c.currency, (c.outstanding - c.amount) - (p.target - p.amount) AS need
  FROM import_plan p JOIN invoice c ON c.id = p.invoice_id
  WHERE c.amount < 0 AND c.outstanding - c.amount > p.target - p.amount),
held AS (
  SELECT o.id, o.need, o.debtor_id, o.currency, 1 AS rank, NULL AS invoice_id, NULL::date AS due_on, NULL AS number, -sum(a.amount) AS held, NULL::date AS since
  FROM opened o JOIN allocation a ON a.invoice_id = o.id GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT o.id, o.need, i.debtor_id, o.currency, 2, i.id, i.due_on, i.number, sum(a.amount), max(a.effective_on)
  FROM opened o JOIN allocation a ON a.credit_note_id = o.id JOIN invoice i ON i.id = a.invoice_id GROUP BY 1, 2, 3, 4, i.id)
SELECT gen_random_uuid()::text AS payment_id, id AS credit_note_id, invoice_id, debtor_id, currency, least(held, need - before) AS amount
FROM (SELECT h.*, coalesce(sum(held) OVER (PARTITION BY id ORDER BY rank, since DESC, due_on DESC, number DESC
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before FROM held h WHERE held > 0) x
WHERE need > before`;

/**
 * Credit notes that the file shows as less used than is known: opened again, before a smaller amount of theirs is written. An invoice that had
 * such a credit stays as paid as it is, by ledger money instead: never is more than the whole of a credit in use.
 */
export async function restoreCredits({
  tx,
  importId,
  workspaceId,
  creditorId,
  asOf,
  now,
}: LedgerScope): Promise<void> {
  await tx.execute(RESTORED);
  await tx.execute(
    `INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, import_id, key,
       recorded_at)
     SELECT payment_id, $2, $3, debtor_id, currency, amount, 0, $4, 'ledger', $1,
       'ledger:' || credit_note_id || ':' || $1 || ':open' || coalesce(':' || invoice_id, ''), $5 FROM import_restored`,
    [importId, workspaceId, creditorId, isoDay(asOf), now],
  );
  await tx.execute(
    `INSERT INTO allocation (id, workspace_id, payment_id, credit_note_id, invoice_id, amount, effective_on, confirmed_import_id, import_id,
       recorded_at)
     SELECT gen_random_uuid()::text, $2, payment_id, credit_note_id, invoice_id, amount, $3, $1, $1, $4 FROM (
       SELECT payment_id, NULL AS credit_note_id, coalesce(invoice_id, credit_note_id) AS invoice_id, amount FROM import_restored
       UNION ALL SELECT NULL, credit_note_id, invoice_id, -amount FROM import_restored WHERE invoice_id IS NOT NULL) x`,
    [importId, workspaceId, isoDay(asOf), now],
  );
  await tx.execute('INSERT INTO import_touched SELECT debtor_id FROM import_restored');
}
