import { isoDay } from '../core/day.ts';
import { BEFORE_ALL_DAYS } from './ledgerInvoices.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** What changed once more since the import stays as it is now. The amount only where what is paid without the import fits into it. */
const RESTORED = `
CREATE TEMP TABLE undo_invoice ON COMMIT DROP AS
SELECT i.id, CASE WHEN i.due_on = f.due_on THEN b.due_on ELSE i.due_on END AS due_on,
  CASE WHEN i.amount = f.amount AND abs(i.amount - i.outstanding) + coalesce(e.pays, 0) <= abs(b.amount) THEN b.amount ELSE i.amount END AS amount,
  CASE WHEN i.debtor_id = f.debtor_id THEN b.debtor_id ELSE i.debtor_id END AS debtor_id,
  CASE WHEN i.order_number IS NOT DISTINCT FROM f.order_number THEN b.order_number ELSE i.order_number END AS order_number,
  CASE WHEN i.missing_since IS NOT DISTINCT FROM f.missing_since THEN b.missing_since ELSE i.missing_since END AS missing_since,
  f.missing_since IS NOT NULL AS marked
FROM ledger_import_change c JOIN invoice i ON i.id = c.subject_id AND i.workspace_id = $1
  LEFT JOIN (SELECT id, sum(pays) AS pays FROM (SELECT invoice_id AS id, pays FROM undo_entry
      UNION ALL SELECT credit_note_id, pays FROM undo_entry WHERE credit_note_id IS NOT NULL) x WHERE pays < 0 GROUP BY id) e ON e.id = i.id,
  jsonb_to_record(c.before) AS b(due_on date, amount bigint, debtor_id text, order_number text, missing_since date),
  jsonb_to_record(c.after) AS f(due_on date, amount bigint, debtor_id text, order_number text, missing_since date)
WHERE c.import_id = $2 AND c.kind = 'invoice'`;

/**
 * Due dates, amounts (on record as revisions), accounts, order numbers and missing marks that the import changed are what they were. Of amounts only
 * those that grow by it: what shrinks has to give back money first, see `restoreSmallerAmounts`.
 */
export async function restoreInvoices({ tx, importId, workspaceId, asOf, now }: LedgerScope): Promise<void> {
  await tx.execute(RESTORED, [workspaceId, importId]);
  await tx.execute(
    `INSERT INTO invoice_revision (id, workspace_id, invoice_id, effective_on, old_due_on, new_due_on, old_amount, new_amount,
       import_id, recorded_at)
     SELECT gen_random_uuid()::text, $2, i.id, $3, i.due_on, r.due_on, i.amount, r.amount, $1, $4
     FROM undo_invoice r JOIN invoice i ON i.id = r.id WHERE (r.due_on, r.amount) IS DISTINCT FROM (i.due_on, i.amount)`,
    [importId, workspaceId, isoDay(asOf), now],
  );
  await tx.execute(
    `UPDATE invoice i SET due_on = r.due_on, debtor_id = r.debtor_id, order_number = r.order_number, missing_since = r.missing_since,
       amount = CASE WHEN abs(r.amount) > abs(i.amount) THEN r.amount ELSE i.amount END,
       undone_at = CASE WHEN r.amount = 0 THEN i.undone_at END
     FROM undo_invoice r WHERE i.id = r.id`,
  );
}

/** Amounts that are smaller without the import, once nothing more is paid than they are worth. */
export async function restoreSmallerAmounts({ tx }: LedgerScope): Promise<void> {
  await tx.execute(
    'UPDATE invoice i SET amount = r.amount FROM undo_invoice r WHERE i.id = r.id AND i.amount <> r.amount',
  );
}

/**
 * Invoices and credit notes that the import brought are void: nothing is open of them, and no day's figures show them. Items that finance had
 * settled since with its money or credits are open again, and asked about again where they were before. Answers how many are void.
 */
export async function voidInvoices({ tx, importId, workspaceId, now }: LedgerScope): Promise<number> {
  await tx.execute(
    `UPDATE invoice i SET missing_since = a.missing_since FROM (
       SELECT DISTINCT ON (invoice_id) invoice_id, missing_since FROM missing_answer
       WHERE workspace_id = $1 AND listed_on IS NULL AND answer <> 'open' ORDER BY invoice_id, recorded_at DESC, id) a
     WHERE i.id = a.invoice_id AND i.missing_since IS NULL AND i.outstanding <> 0
       AND i.id IN (SELECT invoice_id FROM undo_entry WHERE used_since AND pays < 0)
       AND NOT EXISTS (SELECT FROM undo_void v WHERE v.id = i.id)
       AND NOT EXISTS (SELECT FROM undo_invoice u WHERE u.id = i.id AND u.marked)`,
    [workspaceId],
  );
  await tx.execute(
    `INSERT INTO invoice_revision (id, workspace_id, invoice_id, effective_on, old_due_on, new_due_on, old_amount, new_amount,
       import_id, recorded_at)
     SELECT gen_random_uuid()::text, $2, i.id, ${BEFORE_ALL_DAYS}, i.due_on, i.due_on, i.amount, 0, $1, $3
     FROM undo_void v JOIN invoice i ON i.id = v.id`,
    [importId, workspaceId, now],
  );
  return tx.execute(
    `UPDATE invoice i SET amount = 0, missing_since = NULL, undone_at = $1 FROM undo_void v WHERE i.id = v.id`,
    [now],
  );
}
