import type pg from 'pg';

export const BENCH_WORKSPACE = 'bench';
const DEBTORS = 100_000;
/** the day the ledger is looked at: a Monday */
export const BENCH_TODAY = '2026-11-23';

/**
 * Writes a workspace of 100,000 business debtors with three open invoices and a contact each, due from 120 days before the day to 40
 * after it; the same every time.
 */
export async function fillLedger(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO workspace (id, name, zone, country, currency, created_at, started_at)
     VALUES ('bench', 'Bench', 'Europe/London', 'GB', 'GBP', now(), now())`,
  );
  await client.query(
    `INSERT INTO creditor (id, workspace_id, name) VALUES ('creditor', 'bench', 'Northwind Ltd')`,
  );
  await client.query(
    `INSERT INTO member (id, workspace_id, slack_user_id, name, role)
     SELECT 'member' || n, 'bench', 'U' || n, 'Collector ' || n, 'collector' FROM generate_series(0, 19) n`,
  );
  await client.query(
    `INSERT INTO debtor (id, workspace_id, creditor_id, account, name, kind, owner_id)
     SELECT 'd' || lpad(n::text, 18, '0'), 'bench', 'creditor', (100000 + n)::text, 'Customer ' || n, 'business', 'member' || n % 20
     FROM generate_series(1, $1::int) n`,
    [DEBTORS],
  );
  await client.query(
    `INSERT INTO contact (id, workspace_id, debtor_id, name, phone, email)
     SELECT 'c' || lpad(n::text, 18, '0'), 'bench', 'd' || lpad(n::text, 18, '0'), 'Payables', '+44 20 7946 0018', 'ap' || n || '@customer.example'
     FROM generate_series(1, $1::int) n`,
    [DEBTORS],
  );
  await client.query(
    `INSERT INTO invoice (id, workspace_id, creditor_id, debtor_id, number, issued_on, due_on, currency, amount, outstanding, recorded_at)
     SELECT 'i' || lpad((n * 3 + k)::text, 18, '0'), 'bench', 'creditor', 'd' || lpad(n::text, 18, '0'), 'INV-' || (n * 3 + k),
       due - 30, due, 'GBP', amount, amount, now()
     FROM generate_series(1, $1::int) n, generate_series(0, 2) k,
       LATERAL (SELECT $2::date + 40 - (n::bigint * 7919 % 161)::int - k * 9 AS due, 5000 + (n::bigint * 104729 + k * 1299709) % 900000 AS amount) made`,
    [DEBTORS, BENCH_TODAY],
  );
  await client.query('VACUUM ANALYZE');
}

/** Reads what deciding needs of that ledger, as `pg` gives it: the debtors and their open invoices. */
export async function readRows(client: pg.Client): Promise<number> {
  const debtors = await client.query(
    'SELECT id, kind, country, region, zone, owner_id, deputy_id, tags FROM debtor WHERE workspace_id = $1',
    [BENCH_WORKSPACE],
  );
  const invoices = await client.query(
    `SELECT id, debtor_id, number, issued_on, due_on, currency, amount, outstanding FROM invoice
     WHERE workspace_id = $1 AND outstanding <> 0 ORDER BY debtor_id, due_on, number`,
    [BENCH_WORKSPACE],
  );
  return debtors.rows.length + invoices.rows.length;
}
