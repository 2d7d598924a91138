import { z } from 'zod';
import type { Tx } from './client.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** A file of more rows is read through once for each of its rows, unless there are indexes, and the planner knows of it. */
const MOST_ROWS = 500;

/** Beyond it tables that are kept are made anew: what was deleted from them is still passed over by whoever reads them. */
const MOST_BYTES = 1 << 19;

const TABLES = {
  import_scope: 'import_id text, workspace_id text, creditor_id text, as_of date',
  import_incoming: `row_number int, copy bigint, number text, account text, name text, issued_on date, due_on date, currency text,
    amount bigint, outstanding bigint, settled_on date, order_number text, emails jsonb, country text, region text, kind text,
    last_step text, last_step_on date`,
  import_listed: 'number text',
  import_plan: `invoice_id text, is_new boolean, number text, account text, debtor_id text, issued_on date, due_on date, currency text,
    amount bigint, target bigint, settled_on date, order_number text, held_amount bigint, held_due_on date, held_outstanding bigint,
    held_debtor_id text, held_order_number text, held_missing date, delta bigint, booked bigint`,
  import_unconfirmed: 'invoice_id text, root_id text, amount bigint, since date',
  import_residual: 'invoice_id text, debtor_id text, currency text, amount bigint',
  import_account: 'account text, name text, country text, region text, emails jsonb, kind text',
  import_touched: 'debtor_id text',
};

const NAMES = Object.keys(TABLES);
const created = (ending: string) =>
  Object.entries(TABLES)
    .map(([name, columns]) => `CREATE TEMP TABLE ${name} (${columns}) ${ending};`)
    .join('\n');

const DROP = `DROP TABLE IF EXISTS ${NAMES.map((name) => `pg_temp.${name}`).join(', ')};`;
const KEEP = created('ON COMMIT PRESERVE ROWS');
const FOR_NOW = created('ON COMMIT DROP');

/** Common table expressions that delete what the last file left in tables that are kept; what the same statement inserts stays. */
export const EMPTIED = NAMES.map((name) => `${name}_emptied AS (DELETE FROM ${name})`).join(', ');

const standing = z.object({ tables: z.bigint(), bytes: z.string().nullable() });

/** Whether a file has so many rows that indexes on its tables are worth making. */
export function isLargeFile(rows: number): boolean {
  return rows > MOST_ROWS;
}

/**
 * Makes the temporary tables `import_*` ready, in which a ledger file is worked out. Those of a large file end with the transaction. The
 * others stay with the connection for its next small file, since making them takes longer than all the rest, and statements on them
 * stay prepared; what they hold is of no use to anybody else, and is deleted by whoever fills them again (see `EMPTIED`).
 */
export async function readyWorkTables(tx: Tx, large: boolean): Promise<void> {
  const [kept] = await tx.sql(
    standing,
    `SELECT count(id) AS tables, sum(pg_relation_size(id))::text AS bytes
     FROM (SELECT to_regclass('pg_temp.' || name) AS id FROM unnest($1::text[]) AS name) x`,
    [NAMES],
  );
  const areKept = kept?.tables === BigInt(NAMES.length);
  if (areKept && !large && Number(kept.bytes) <= MOST_BYTES) return;
  await tx.connection.query(`${kept?.tables ? DROP : ''} ${large ? FOR_NOW : KEEP}`);
}

/** Gives a filled table of a large file its index, and lets the planner know how much is in it. */
export async function indexIfLarge(
  { tx }: LedgerScope,
  large: boolean,
  table: keyof typeof TABLES,
  columns: string,
): Promise<void> {
  if (large) await tx.connection.query(`CREATE INDEX ON ${table} (${columns}); ANALYZE ${table}`);
}
