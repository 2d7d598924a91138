import type { LedgerScope } from './ledgerScope.ts';

/** payments that the import wrote, reversals among them, each with the entry that takes it back */
const PAYMENTS = `
CREATE TEMP TABLE undo_payment ON COMMIT DROP AS
SELECT id AS payment_id, gen_random_uuid()::text AS undo_id FROM payment
WHERE workspace_id = $1 AND creditor_id = $2 AND import_id = $3`;

const VOID = `
CREATE TEMP TABLE undo_void ON COMMIT DROP AS
SELECT id FROM invoice WHERE workspace_id = $1 AND creditor_id = $2 AND import_id = $3 AND undone_at IS NULL`;

/**
 * What takes back every allocation that the import wrote, and those that were made since of its money, of its credit notes or to its invoices:
 * on the same day, so that the figures of that day are what they were. pays: the invoice or credit note is less open after it; closes: after all of
 * them; opens: it is ledger money that had opened a credit note, which has its place only once the invoice has that credit back.
 */
const ENTRIES = `
CREATE TEMP TABLE undo_entry ON COMMIT DROP AS
SELECT x.*, x.amount * s.sign > 0 AS pays, sum(x.amount) OVER (PARTITION BY x.invoice_id) * s.sign > 0 AS closes,
  x.comes_in AND x.amount > 0 AND s.sign < 0 AS opens FROM (
  SELECT coalesce(u.undo_id, a.payment_id) AS payment_id, a.credit_note_id, a.invoice_id, a.effective_on, a.confirmed_import_id,
    -sum(a.amount)::bigint AS amount, bool_or(a.import_id IS NULL) AS used_since, coalesce(bool_or(coalesce(root.amount, p.amount) > 0), false) AS comes_in
  FROM allocation a LEFT JOIN undo_payment u ON u.payment_id = a.payment_id
  LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN payment root ON root.id = p.reverses_id
  LEFT JOIN undo_void vi ON vi.id = a.invoice_id LEFT JOIN undo_void vc ON vc.id = a.credit_note_id
  WHERE a.workspace_id = $1 AND (a.import_id = $2 OR u.payment_id IS NOT NULL
    OR (a.import_id IS NULL AND (vi.id IS NOT NULL OR vc.id IS NOT NULL)))
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(a.amount) <> 0) x
JOIN invoice i ON i.id = x.invoice_id CROSS JOIN LATERAL (SELECT CASE WHEN i.amount < 0 THEN -1 ELSE 1 END AS sign) s`;

/** Bank payments that the file had confirmed wait for a file to show them again. */
const UNCONFIRM = `
UPDATE allocation a SET confirmed_import_id = NULL FROM ledger_import_change c
WHERE c.import_id = $2 AND c.kind = 'allocation' AND a.workspace_id = $1 AND a.id = c.subject_id AND a.confirmed_import_id = $2`;

/**
 * Takes back what the import booked, by entries of the other sign: its payments, and what it had given back or freed is not given again yet (see
 * `bookAgain`). The same bank line or file is new afterwards. Leaves `undo_entry`, `undo_payment` and `undo_void` for what follows.
 */
export async function takeImportBack(scope: LedgerScope): Promise<void> {
  const { tx, importId, workspaceId, creditorId, now } = scope;
  await tx.execute(UNCONFIRM, [workspaceId, importId]);
  await tx.execute(PAYMENTS, [workspaceId, creditorId, importId]);
  await tx.execute(VOID, [workspaceId, creditorId, importId]);
  for (const table of ['undo_payment (payment_id)', 'undo_void (id)'])
    await tx.execute(`CREATE INDEX ON ${table}`);
  await tx.execute('ANALYZE undo_payment');
  await tx.execute('ANALYZE undo_void');
  await tx.execute(ENTRIES, [workspaceId, importId]);
  await tx.execute(
    `INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, reference, payer_name,
       reverses_id, import_id, key, recorded_at)
     SELECT u.undo_id, p.workspace_id, p.creditor_id, p.debtor_id, p.currency, -p.amount, 0, p.value_on, p.origin, p.reference, p.payer_name,
       coalesce(p.reverses_id, p.id), $1, 'undoes:' || p.key || ':' || $1, $2
     FROM undo_payment u JOIN payment p ON p.id = u.payment_id`,
    [importId, now],
  );
  await tx.execute(
    `UPDATE payment p SET key = p.key || ':undone:' || $1 FROM undo_payment u WHERE p.id = u.payment_id`,
    [importId],
  );
  await book(scope, 'NOT closes AND NOT opens');
}

/**
 * Books again what the import had given back or set free, once due amounts are what they were. Where that was used since (a credit that pays
 * something else now), it stays where it was put. Answers how many entries could not be booked for that.
 */
export async function bookAgain(scope: LedgerScope): Promise<number> {
  const { tx } = scope;
  const used = await tx.execute(
    `WITH short AS (
       SELECT e.payment_id, e.credit_note_id FROM undo_entry e LEFT JOIN payment p ON p.id = e.payment_id
         LEFT JOIN invoice c ON c.id = e.credit_note_id
       WHERE e.closes AND NOT e.opens AND e.pays AND e.amount > 0 GROUP BY e.payment_id, e.credit_note_id, p.unapplied, c.outstanding
       HAVING sum(e.amount) > coalesce(p.unapplied, -c.outstanding))
     DELETE FROM undo_entry e USING short s WHERE e.closes AND e.pays
       AND (e.payment_id, e.credit_note_id) IS NOT DISTINCT FROM (s.payment_id, s.credit_note_id)`,
  );
  const full = await tx.execute(
    `WITH full_up AS (
       SELECT e.invoice_id FROM undo_entry e JOIN invoice i ON i.id = e.invoice_id WHERE e.closes AND NOT e.opens
       GROUP BY e.invoice_id, i.outstanding HAVING abs(sum(e.amount)) > abs(i.outstanding))
     DELETE FROM undo_entry e USING full_up f WHERE e.closes AND e.pays AND e.invoice_id = f.invoice_id`,
  );
  await book(scope, 'closes AND NOT opens');
  const whole = await tx.execute(
    `WITH whole AS (
       SELECT e.invoice_id FROM undo_entry e JOIN invoice c ON c.id = e.invoice_id WHERE e.opens
       GROUP BY e.invoice_id, c.outstanding, c.amount HAVING sum(e.amount) > c.outstanding - c.amount)
     DELETE FROM undo_entry e USING whole w WHERE e.opens AND e.invoice_id = w.invoice_id`,
  );
  await book(scope, 'opens');
  return used + full + whole;
}

async function book({ tx, importId, workspaceId, now }: LedgerScope, which: string): Promise<void> {
  await tx.execute(
    `INSERT INTO allocation (id, workspace_id, payment_id, credit_note_id, invoice_id, amount, effective_on, confirmed_import_id, import_id,
       recorded_at)
     SELECT gen_random_uuid()::text, $2, payment_id, credit_note_id, invoice_id, amount, effective_on,
       CASE WHEN amount < 0 OR confirmed_import_id <> $1 THEN confirmed_import_id END, $1, $3
     FROM undo_entry WHERE ${which}`,
    [importId, workspaceId, now],
  );
}
