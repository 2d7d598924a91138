import { z } from 'zod';
import { isoDay } from '../core/day.ts';
import type { LedgerScope } from './ledgerScope.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

/** what may change on an invoice that is held already, but for its balance; import_plan p */
export const DIFFERS = `(p.due_on, p.amount, p.debtor_id, coalesce(p.order_number, p.held_order_number)) IS DISTINCT FROM
  (p.held_due_on, p.held_amount, p.held_debtor_id, p.held_order_number)`;

/** effective day of a change to or from void: figures of no day show an invoice that is void now */
export const BEFORE_ALL_DAYS = `DATE '0001-01-01'`;

/** what an import found of an invoice, and what it left */
const KEPT = (dueOn: string, amount: string, debtor: string, order: string, missing: string) =>
  `jsonb_build_object('due_on', ${dueOn}, 'amount', ${amount}, 'debtor_id', ${debtor}, 'order_number', ${order}, 'missing_since', ${missing})`;

const insertedRow = z.object({ inserted: z.bigint() });

/** Inserts the invoices that are new; one that is void, since the import that brought it was undone, is what it was again. Answers how many. */
export async function insertInvoices(scope: LedgerScope): Promise<number> {
  const { tx, importId, workspaceId, creditorId, now } = scope;
  const [row] = await tx.sql(
    insertedRow,
    `WITH revised AS (
     INSERT INTO invoice_revision (id, workspace_id, invoice_id, effective_on, old_due_on, new_due_on, old_amount, new_amount,
       import_id, recorded_at)
     SELECT gen_random_uuid()::text, $2, v.id, ${BEFORE_ALL_DAYS}, v.due_on, p.due_on, v.amount, p.amount, $1, $4
     FROM import_plan p JOIN invoice v ON v.id = p.invoice_id WHERE p.is_new),
     inserted AS (
     INSERT INTO invoice (id, workspace_id, creditor_id, debtor_id, number, kind, issued_on, due_on, currency, amount, outstanding,
       order_number, import_id, last_import_id, recorded_at)
     SELECT invoice_id, $2, $3, debtor_id, number, CASE WHEN amount < 0 THEN 'credit_note' ELSE 'invoice' END, issued_on, due_on,
       currency, amount, amount, order_number, $1, $1, $4 FROM import_plan WHERE is_new
     ON CONFLICT (id) DO UPDATE SET debtor_id = excluded.debtor_id, kind = excluded.kind, issued_on = excluded.issued_on,
       due_on = excluded.due_on, currency = excluded.currency, amount = excluded.amount, order_number = excluded.order_number,
       import_id = excluded.import_id, last_import_id = excluded.last_import_id, missing_since = NULL, undone_at = NULL
     RETURNING debtor_id),
     touched AS (INSERT INTO import_touched SELECT DISTINCT debtor_id FROM inserted)
     SELECT count(*) AS inserted FROM inserted`,
    [importId, workspaceId, creditorId, now],
  );
  return Number(row?.inserted ?? 0n);
}

/**
 * Changed due dates and amounts (on record as revisions), accounts, order numbers, and invoices that are in the file again. Of
 * changed amounts only those that grow: what shrinks has to give back money first, see `shrinkInvoices`.
 */
export async function reviseInvoices(scope: LedgerScope): Promise<void> {
  const { tx, importId, workspaceId, asOf, now } = scope;
  await tx.execute(
    `INSERT INTO invoice_revision (id, workspace_id, invoice_id, effective_on, old_due_on, new_due_on, old_amount, new_amount,
       import_id, recorded_at)
     SELECT gen_random_uuid()::text, $2, p.invoice_id, $3, p.held_due_on, p.due_on, p.held_amount, p.amount, $1, $4
     FROM import_plan p WHERE NOT p.is_new AND (p.due_on, p.amount) IS DISTINCT FROM (p.held_due_on, p.held_amount)`,
    [importId, workspaceId, isoDay(asOf), now],
  );
  await tx.execute(
    `UPDATE invoice i SET due_on = p.due_on, debtor_id = p.debtor_id, missing_since = NULL, last_import_id = $1,
       order_number = coalesce(p.order_number, p.held_order_number),
       amount = CASE WHEN abs(p.amount) > abs(p.held_amount) THEN p.amount ELSE p.held_amount END
     FROM import_plan p WHERE p.invoice_id = i.id AND NOT p.is_new AND (${DIFFERS} OR p.held_missing IS NOT NULL)`,
    [importId],
  );
  await tx.execute(
    `INSERT INTO ledger_import_change (workspace_id, import_id, kind, subject_id, before, after)
     SELECT $2, $1, 'invoice', p.invoice_id,
       ${KEPT('p.held_due_on', 'p.held_amount', 'p.held_debtor_id', 'p.held_order_number', 'p.held_missing')},
       ${KEPT('p.due_on', 'p.amount', 'p.debtor_id', 'coalesce(p.order_number, p.held_order_number)', 'NULL')}
     FROM import_plan p WHERE NOT p.is_new AND (${DIFFERS} OR p.held_missing IS NOT NULL)`,
    [importId, workspaceId],
  );
  await tx.execute(
    `INSERT INTO import_touched SELECT unnest(ARRAY[p.debtor_id, p.held_debtor_id]) FROM import_plan p
     WHERE NOT p.is_new AND (${DIFFERS} OR p.held_missing IS NOT NULL)`,
  );
}

/**
 * Amounts that became smaller. Bank money that no longer fits, and that no ledger has shown yet, is set free first: it stays on
 * the account, unapplied.
 */
export async function shrinkInvoices(scope: LedgerScope): Promise<void> {
  const { tx, importId, workspaceId, asOf, now } = scope;
  await tx.execute(
    `INSERT INTO allocation (id, workspace_id, payment_id, invoice_id, amount, effective_on, import_id, recorded_at)
     SELECT gen_random_uuid()::text, $1, x.root_id, x.invoice_id, -least(x.amount, x.excess - x.before), $2, $4, $3
     FROM (SELECT u.root_id, u.invoice_id, u.amount, (p.held_amount - p.amount) - i.outstanding AS excess,
         coalesce(sum(u.amount) OVER (PARTITION BY u.invoice_id ORDER BY u.since DESC, ${moneyOrderSql('m', 'DESC')}
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
       FROM import_plan p JOIN invoice i ON i.id = p.invoice_id JOIN import_unconfirmed u ON u.invoice_id = p.invoice_id
         JOIN payment m ON m.id = u.root_id
       WHERE NOT p.is_new AND p.amount >= 0 AND p.amount < p.held_amount AND u.amount > 0) x
     WHERE x.excess > x.before`,
    [workspaceId, isoDay(asOf), now, importId],
  );
  await tx.execute(
    `UPDATE invoice i SET amount = p.amount
     FROM import_plan p WHERE p.invoice_id = i.id AND NOT p.is_new AND abs(p.amount) < abs(p.held_amount)`,
  );
}
