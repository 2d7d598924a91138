import { isoDay } from '../core/day.ts';
import type { LedgerScope } from './ledgerScope.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

/** What each credit note in the file has given since, as far as it is not on record. */
const CREDITS = `
CREATE TEMP TABLE import_credit ON COMMIT DROP AS
SELECT i.id AS credit_note_id, i.debtor_id, i.currency, (p.target - i.outstanding) AS amount,
  row_number() OVER (ORDER BY i.due_on, i.number) AS place
FROM import_plan p JOIN invoice i ON i.id = p.invoice_id WHERE i.amount < 0 AND p.target > i.outstanding`;

/**
 * Money of the debtor set against no invoice that the file does not show as unapplied any more. What the bank has taken back of it
 * pays nothing.
 */
const FREE_MONEY = `
CREATE TEMP TABLE import_free ON COMMIT DROP AS
SELECT payment_id, debtor_id, currency, value_on, least(free, upto - kept) AS amount, place
FROM (SELECT m.id AS payment_id, m.debtor_id, m.currency, m.value_on, f.free, coalesce(k.amount, 0) AS kept,
    sum(f.free) OVER (PARTITION BY m.debtor_id, m.currency ORDER BY ${moneyOrderSql('m', 'DESC')}) AS upto,
    row_number() OVER (ORDER BY ${moneyOrderSql('m')}) AS place
  FROM import_scope o CROSS JOIN payment m
  CROSS JOIN LATERAL (SELECT m.unapplied + coalesce(sum(r.unapplied), 0) AS free 
    FROM payment r WHERE r.workspace_id = m.workspace_id AND r.debtor_id = m.debtor_id AND r.reverses_id = m.id) f
  LEFT JOIN import_shown_unapplied k ON k.debtor_id = m.debtor_id AND k.currency = m.currency
  WHERE m.workspace_id = o.workspace_id AND m.creditor_id = o.creditor_id AND m.unapplied > 0 AND m.reverses_id IS NULL AND f.free > 0
    AND m.debtor_id IN (SELECT debtor_id FROM import_residual WHERE amount > 0)) x
WHERE upto > kept`;

/** Both sides of a debtor and currency laid end to end, oldest first; where they overlap one pays the other. */
const PAIRED = `
CREATE TEMP TABLE import_paired ON COMMIT DROP AS
SELECT s.payment_id, s.credit_note_id, n.invoice_id, s.value_on, least(n.upto, s.upto) - greatest(n.before, s.before) AS amount
FROM (SELECT r.invoice_id, r.debtor_id, r.currency, r.upto - r.amount AS before, r.upto FROM (
    SELECT r.*, sum(r.amount) OVER (PARTITION BY r.debtor_id, r.currency ORDER BY p.due_on, p.number) AS upto
    FROM import_residual r JOIN import_plan p ON p.invoice_id = r.invoice_id
    WHERE r.amount > 0 AND r.debtor_id IN (SELECT debtor_id FROM import_credit UNION SELECT debtor_id FROM import_free)) r) n
JOIN (SELECT s.*, s.upto - s.amount AS before FROM (
    SELECT s.*, sum(s.amount) OVER (PARTITION BY s.debtor_id, s.currency ORDER BY s.rank, s.place) AS upto
    FROM (SELECT NULL AS payment_id, credit_note_id, debtor_id, currency, NULL::date AS value_on, amount, 1 AS rank, place
        FROM import_credit
      UNION ALL SELECT payment_id, NULL, debtor_id, currency, value_on, amount, 2, place FROM import_free) s) s) s
  ON s.debtor_id = n.debtor_id AND s.currency = n.currency AND s.upto > n.before AND n.upto > s.before`;

const LEDGER_MONEY = `
CREATE TEMP TABLE import_money ON COMMIT DROP AS
SELECT gen_random_uuid()::text AS payment_id, r.invoice_id, r.debtor_id, r.currency, r.amount - coalesce(d.amount, 0) AS amount,
  least(coalesce(p.settled_on, o.as_of), o.as_of) AS value_on
FROM import_scope o CROSS JOIN import_residual r JOIN import_plan p ON p.invoice_id = r.invoice_id
LEFT JOIN (SELECT invoice_id, sum(amount) AS amount FROM import_paired GROUP BY 1) d ON d.invoice_id = r.invoice_id
WHERE r.amount > coalesce(d.amount, 0)
UNION ALL
SELECT gen_random_uuid()::text, c.credit_note_id, c.debtor_id, c.currency, coalesce(d.amount, 0) - c.amount, o.as_of
FROM import_scope o CROSS JOIN import_credit c
LEFT JOIN (SELECT credit_note_id, sum(amount) AS amount FROM import_paired GROUP BY 1) d ON d.credit_note_id = c.credit_note_id
WHERE c.amount > coalesce(d.amount, 0)`;

/**
 * Books what the file shows as paid and nothing here accounts for yet: from credit notes that the file shows as used, then from
 * unapplied money of the debtor, else as ledger money dated on the day of settlement where known, or as-of. Credits that
 * nothing took are booked as refunded.
 */
export async function settleByLedger(scope: LedgerScope): Promise<void> {
  const { tx, importId, workspaceId, creditorId, asOf, now } = scope;
  await tx.execute(CREDITS);
  await tx.execute(FREE_MONEY);
  await tx.execute(PAIRED);
  await tx.execute(LEDGER_MONEY);
  await tx.execute(
    `INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, import_id, key,
       recorded_at)
     SELECT payment_id, $2, $3, debtor_id, currency, amount, 0, value_on, 'ledger', $1, 'ledger:' || invoice_id || ':' || $1, $4
     FROM import_money`,
    [importId, workspaceId, creditorId, now],
  );
  await tx.execute(
    `INSERT INTO allocation (id, workspace_id, payment_id, credit_note_id, invoice_id, amount, effective_on, confirmed_import_id,
       import_id, recorded_at)
     SELECT gen_random_uuid()::text, $2, payment_id, credit_note_id, invoice_id, amount, coalesce(value_on, $3), $1, $1, $4 FROM (
       SELECT payment_id, credit_note_id, invoice_id, amount, value_on FROM import_paired
       UNION ALL SELECT payment_id, NULL, invoice_id, amount, value_on FROM import_money) x`,
    [importId, workspaceId, isoDay(asOf), now],
  );
  await tx.execute(
    `INSERT INTO import_touched SELECT debtor_id FROM import_residual UNION SELECT debtor_id FROM import_credit`,
  );
}
