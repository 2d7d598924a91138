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
 * on the same day, so that the figures of that day are what they were. pays: how much less of
 * the invoice is open after it, and of the credit note.
 */
const ENTRIES = `
CREATE TEMP TABLE undo_entry ON COMMIT DROP AS
SELECT x.*, x.amount * CASE WHEN i.kind = 'credit_note' THEN -1 ELSE 1 END AS pays FROM (
  SELECT coalesce(u.undo_id, a.payment_id) AS payment_id, a.credit_note_id, a.invoice_id, a.effective_on, a.confirmed_import_id,
    -sum(a.amount)::bigint AS amount, bool_or(a.import_id IS NULL) AS used_since
  FROM allocation a LEFT JOIN undo_payment u ON u.payment_id = a.payment_id
  LEFT JOIN undo_void vi ON vi.id = a.invoice_id LEFT JOIN undo_void vc ON vc.id = a.credit_note_id
  WHERE a.workspace_id = $1 AND (a.import_id = $2 OR u.payment_id IS NOT NULL
    OR (a.import_id IS NULL AND (vi.id IS NOT NULL OR vc.id IS NOT NULL)))
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(a.amount) <> 0) x
JOIN invoice i ON i.id = x.invoice_id`;

/** Bank payments that the file had confirmed wait for a file to show them again. */
const UNCONFIRM = `
UPDATE allocation a SET confirmed_import_id = NULL FROM ledger_import_change c
WHERE c.import_id = $2 AND c.kind = 'allocation' AND a.workspace_id = $1 AND a.id = c.subject_id AND a.confirmed_import_id = $2`;

/**
 * Takes back the payments of the import, and works out in `undo_entry` what that is for each invoice and credit note; the same bank line or file is
 * new afterwards. Leaves `undo_payment` and `undo_void` too for what follows.
 */
export async function takePaymentsBack(scope: LedgerScope): Promise<void> {
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
}

/** Money of which the import had set free what is not free any more. */
const SHORT = `
WITH short AS (
  SELECT e.payment_id FROM undo_entry e JOIN payment p ON p.id = e.payment_id WHERE p.amount > 0
  GROUP BY e.payment_id, p.unapplied HAVING sum(e.amount) > p.unapplied)
DELETE FROM undo_entry e USING short s WHERE e.pays > 0 AND e.payment_id = s.payment_id`;

/** Invoices and credit notes that something else pays now. */
const FULL = `
WITH full_up AS (
  SELECT i.id FROM (SELECT invoice_id AS id, pays FROM undo_entry
      UNION ALL SELECT credit_note_id, pays FROM undo_entry WHERE credit_note_id IS NOT NULL) e
    JOIN invoice i ON i.id = e.id LEFT JOIN undo_invoice r ON r.id = i.id GROUP BY i.id, r.amount
  HAVING abs(i.amount - i.outstanding) + sum(e.pays) > abs(coalesce(r.amount, i.amount)))
DELETE FROM undo_entry WHERE pays > 0
  AND (invoice_id IN (SELECT id FROM full_up) OR credit_note_id IN (SELECT id FROM full_up))`;

/**
 * Takes back what the import booked on invoices and credit notes, by entries of the other sign, all at once: so what is paid goes from what it is to
 * what it was, and nothing in between has to fit. What the import had given back or set free is booked again; where that was used since (a credit that
 * pays something else now), it stays where it was put. Answers how many entries could not be booked for that.
 */
export async function bookBack({ tx, importId, workspaceId, now }: LedgerScope): Promise<number> {
  const left = (await tx.execute(SHORT)) + (await tx.execute(FULL));
  await tx.execute(
    `INSERT INTO allocation (id, workspace_id, payment_id, credit_note_id, invoice_id, amount, effective_on, confirmed_import_id, import_id,
       recorded_at)
     SELECT gen_random_uuid()::text, $2, payment_id, credit_note_id, invoice_id, amount, effective_on,
       CASE WHEN amount < 0 OR confirmed_import_id <> $1 THEN confirmed_import_id END, $1, $3
     FROM undo_entry`,
    [importId, workspaceId, now],
  );
  return left;
}
