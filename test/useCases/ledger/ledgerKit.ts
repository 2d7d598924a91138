import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { dayOf } from '../../../src/core/day.ts';
import type { Db } from '../../../src/db/client.ts';
import { parseColumnMap } from '../../../src/imports/ColumnMap.ts';
import type { ImportOptions } from '../../../src/useCases/ledger/ImportOptions.ts';
import { importLedger } from '../../../src/useCases/ledger/importLedger.ts';
import { undoImport } from '../../../src/useCases/ledger/undoImport.ts';
import { ensureWorkspace } from '../../../src/useCases/workspaces/ensureWorkspace.ts';

export const NOW = new Date('2026-11-22T10:00:00Z');

/** Path of a ledger file of the tests. */
export function ledgerFile(name: string): string {
  return fileURLToPath(new URL(`../../data/ledger/${name}`, import.meta.url));
}

type Extras = Partial<Omit<ImportOptions, 'db' | 'workspace' | 'file' | 'asOf' | 'map'>> & {
  asOf?: string;
  map?: string[];
};

/** Imports a file into the only workspace. */
export async function bringIn(db: Db, file: ImportOptions['file'], { asOf, map, ...extras }: Extras = {}) {
  const now = extras.now ?? NOW;
  const workspace = await ensureWorkspace({ db, now });
  return importLedger({
    db,
    workspace,
    now,
    file,
    ...(asOf ? { asOf: dayOf(asOf) } : {}),
    ...(map ? { map: parseColumnMap(map) } : {}),
    ...extras,
  });
}

/** A file of these lines. */
export function fileOf(lines: readonly string[], name = 'ledger.csv') {
  return { name, stream: Readable.from([`${lines.join('\n')}\n`]) };
}

export const LIST = ['Invoice=number', 'Customer=debtor', 'Due=due', 'Amount=amount', 'Open=outstanding'];

/** An open-items list in the columns that `LIST` maps: number, customer, due, amount, open. */
export function openItems(...items: readonly (readonly [string, string, string, string, string])[]) {
  return fileOf(['Invoice,Customer,Due,Amount,Open', ...items.map((item) => item.join(','))]);
}

const anyRow = z.record(z.string(), z.unknown());

/** All money of the ledger as it stands, in an order that does not depend on ids. */
export async function books(db: Db) {
  return {
    invoices: await db.sql(
      anyRow,
      `SELECT i.number, d.account, i.kind, i.issued_on, i.due_on, i.currency, i.amount::text, i.outstanding::text, i.missing_since
       FROM invoice i JOIN debtor d ON d.id = i.debtor_id ORDER BY i.number`,
    ),
    payments: await db.sql(
      anyRow,
      `SELECT key, currency, amount::text, unapplied::text, reversed::text, value_on, origin FROM payment ORDER BY key`,
    ),
    allocations: await db.sql(
      anyRow,
      `SELECT i.number, a.amount::text, a.effective_on, a.confirmed_import_id FROM allocation a JOIN invoice i ON i.id = a.invoice_id
       ORDER BY a.id`,
    ),
    debtors: await db.sql(
      anyRow,
      'SELECT account, name, kind, country, region, next_review_at FROM debtor ORDER BY account',
    ),
    contacts: await db.sql(anyRow, 'SELECT email, is_mailbox FROM contact ORDER BY email'),
    revisions: await db.sql(
      anyRow,
      'SELECT invoice_id, new_amount::text, new_due_on FROM invoice_revision ORDER BY id',
    ),
  };
}

/** What is open of each invoice (of one creditor), by number, in minor units. */
export async function openOf(db: Db, creditor = '%'): Promise<Record<string, bigint>> {
  const rows = await db.sql(
    z.object({ number: z.string(), outstanding: z.bigint() }),
    `SELECT i.number, i.outstanding FROM invoice i JOIN creditor c ON c.id = i.creditor_id WHERE c.name LIKE $1 ORDER BY i.number`,
    [creditor],
  );
  return Object.fromEntries(rows.map((row) => [row.number, row.outstanding]));
}

/** Undoes an import of the only workspace, the last one where none is named. */
export async function takeBack(
  db: Db,
  importId?: string,
  { now = NOW, onProgress }: { now?: Date; onProgress?: (step: number) => void } = {},
) {
  const workspace = await ensureWorkspace({ db, now });
  return undoImport(db, { workspace, importId, individuals: true, onProgress, now });
}

/** What stands of a creditor's ledger, whatever way it came there: items, money by customer, what no ledger has confirmed, customers. */
export async function standing(db: Db, creditor = '%') {
  const of = 'JOIN creditor c ON c.id = x.creditor_id AND c.name LIKE $1';
  return {
    items: await db.sql(
      anyRow,
      `SELECT x.number, d.account, x.kind, x.due_on, x.currency, x.amount::text, x.outstanding::text, x.missing_since, x.order_number
       FROM invoice x ${of} JOIN debtor d ON d.id = x.debtor_id WHERE x.undone_at IS NULL ORDER BY x.number`,
      [creditor],
    ),
    free: await db.sql(
      anyRow,
      `SELECT d.account, x.currency, sum(x.unapplied)::text AS unapplied, sum(x.amount)::text AS received
       FROM payment x ${of} LEFT JOIN debtor d ON d.id = x.debtor_id GROUP BY 1, 2 HAVING sum(x.amount) <> 0 ORDER BY 1, 2`,
      [creditor],
    ),
    unconfirmed: await db.sql(
      anyRow,
      `SELECT x.number, sum(a.amount)::text AS amount FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice x ON x.id = a.invoice_id
       ${of} WHERE a.confirmed_import_id IS NULL AND p.origin = 'bank' GROUP BY 1 HAVING sum(a.amount) <> 0 ORDER BY 1`,
      [creditor],
    ),
    customers: await db.sql(
      anyRow,
      `SELECT x.account, x.name, x.kind, x.country FROM debtor x ${of} WHERE x.undone_at IS NULL ORDER BY 1`,
      [creditor],
    ),
  };
}
