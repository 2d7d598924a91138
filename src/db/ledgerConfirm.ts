import type { LedgerScope } from './ledgerScope.ts';
import { indexIfLarge } from './ledgerWorkTables.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

/**
 * Lets what the file shows as paid first consume the bank money that no ledger has confirmed yet, oldest first; what is
 * left stands in `import_residual`: positive is money that only the ledger knows, negative is money the ledger knows no
 * more. Bank money that is more than what the file shows covers it, and waits for a later file. Answers how many bank payments
 * were confirmed.
 */
export async function confirmBankMoney(scope: LedgerScope, large: boolean): Promise<number> {
  const { tx, importId, workspaceId } = scope;
  await tx.execute(
    `CREATE TEMP TABLE import_confirmed ON COMMIT DROP AS
     SELECT invoice_id, root_id, amount, running, abs(running) <= abs(delta) AS whole FROM (
       SELECT u.invoice_id, u.root_id, u.amount, p.delta,
         sum(u.amount) OVER (PARTITION BY u.invoice_id ORDER BY u.since, ${moneyOrderSql('m')}) AS running
       FROM import_unconfirmed u JOIN import_plan p ON p.invoice_id = u.invoice_id AND p.amount >= 0 AND p.held_amount >= 0
         JOIN payment m ON m.id = u.root_id
       WHERE p.delta <> 0 AND sign(u.amount) = sign(p.delta)) x`,
  );
  await tx.execute(
    `INSERT INTO import_residual
     SELECT invoice_id, debtor_id, currency, booked FROM import_plan
     WHERE amount >= 0 AND coalesce(held_amount, 0) >= 0 AND booked <> 0`,
  );
  await indexIfLarge(scope, large, 'import_residual', 'invoice_id');
  await tx.execute(
    `WITH confirmed AS (
       UPDATE allocation a SET confirmed_import_id = $1
       FROM import_confirmed c, payment p
       WHERE c.whole AND a.invoice_id = c.invoice_id AND a.payment_id = p.id AND coalesce(p.reverses_id, p.id) = c.root_id
         AND a.workspace_id = $2 AND a.confirmed_import_id IS NULL RETURNING a.id)
     INSERT INTO ledger_import_change (workspace_id, import_id, kind, subject_id, before, after)
     SELECT $2, $1, 'allocation', id, '{"confirmed_import_id": null}', jsonb_build_object('confirmed_import_id', $1::text) FROM confirmed`,
    [importId, workspaceId],
  );
  return tx.execute('SELECT DISTINCT root_id FROM import_confirmed WHERE whole');
}
