import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { dayOf } from '../../../src/core/day.ts';
import type { Db } from '../../../src/db/client.ts';
import { parseColumnMap } from '../../../src/imports/ColumnMap.ts';
import type { ImportOptions } from '../../../src/useCases/ledger/ImportOptions.ts';
import { importLedger } from '../../../src/useCases/ledger/importLedger.ts';
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
