import type { LedgerScope } from './ledgerScope.ts';

/** The rows are found first: how many customers there are is not known to the planner amid an import, and it would read them for each. */
const ROWS = `
CREATE TEMP TABLE import_unapplied ON COMMIT DROP AS
WITH shown AS MATERIALIZED (
  SELECT o.workspace_id, o.creditor_id, s.row_number, r.*
  FROM import_scope o JOIN ledger_import_row s ON s.import_id = o.import_id AND s.data->>'type' = 'unapplied',
    jsonb_to_record(s.data) AS r(account text, currency text, amount bigint, value_on date, reference text))
SELECT r.row_number, d.id AS debtor_id, r.currency, r.amount, r.value_on, r.reference
FROM shown r JOIN debtor d ON d.workspace_id = r.workspace_id AND d.creditor_id = r.creditor_id AND d.account = r.account`;

/** Collects what the file shows as money of a customer without an invoice, per debtor and currency. */
export async function collectUnapplied({ tx }: LedgerScope): Promise<void> {
  await tx.execute(ROWS);
  await tx.execute(
    `CREATE TEMP TABLE import_shown_unapplied ON COMMIT DROP AS
     SELECT debtor_id, currency, sum(amount) AS amount FROM import_unapplied GROUP BY 1, 2`,
  );
}

/**
 * Books the unapplied money that the file shows beyond what the debtor holds already (by whatever way it came, what was taken
 * back left out), row by row, the latest last. Answers how many rows it took.
 */
export async function bookUnapplied({
  tx,
  importId,
  workspaceId,
  creditorId,
  now,
}: LedgerScope): Promise<number> {
  return tx.execute(
    `WITH booked AS (
       INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, reference,
         row_number, import_id, key, recorded_at)
       SELECT gen_random_uuid()::text, $2, $3, debtor_id, currency, least(amount, upto - held), 0, value_on, 'ledger', reference, row_number, $1,
         'ledger:unapplied:' || $1 || ':' || row_number, $4
       FROM (SELECT u.*, sum(u.amount) OVER (PARTITION BY u.debtor_id, u.currency ORDER BY u.value_on, u.row_number) AS upto,
           coalesce((SELECT sum(greatest(f.free, 0)) FROM (
             SELECT sum(m.unapplied) AS free FROM payment m WHERE m.workspace_id = $2 AND m.creditor_id = $3
               AND m.debtor_id = u.debtor_id AND m.currency = u.currency AND m.unapplied <> 0
             GROUP BY coalesce(m.reverses_id, m.id)) f), 0) AS held
         FROM import_unapplied u) x
       WHERE upto > held RETURNING debtor_id)
     INSERT INTO import_touched SELECT debtor_id FROM booked`,
    [importId, workspaceId, creditorId, now],
  );
}
