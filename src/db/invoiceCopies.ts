import { z } from 'zod';
import type { Queries, Tx } from './client.ts';
import type { LedgerScope } from './ledgerScope.ts';

export interface InvoiceCopyFile {
  /** the file's own name */
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer;
}

const beforeRow = z
  .object({ sha256: z.string(), name: z.string(), debtor_id: z.string() })
  .transform(({ debtor_id, ...copy }) => ({ ...copy, debtorId: debtor_id }));

/** Keeps the copy of an invoice of that customer in the place of the one before, which it answers; the bytes of that are gone. */
export async function putInvoiceCopy(
  tx: Tx,
  copy: InvoiceCopyFile & {
    readonly workspaceId: string;
    readonly invoiceId: string;
    /** whose the invoice is: the copy goes to nobody else */
    readonly debtorId: string;
    /** null: the command line */
    readonly memberId: string | null;
    readonly now: Date;
  },
): Promise<z.output<typeof beforeRow> | undefined> {
  const { workspaceId, invoiceId, debtorId, name, sha256, content, memberId, now } = copy;
  const [before] = await tx.sql(
    beforeRow,
    'SELECT sha256, name, debtor_id FROM invoice_copy WHERE workspace_id = $1 AND invoice_id = $2 FOR UPDATE',
    [workspaceId, invoiceId],
  );
  if (before?.sha256 === sha256 && before.debtorId === debtorId) return before;
  await tx.execute(
    `INSERT INTO invoice_copy (invoice_id, workspace_id, debtor_id, name, sha256, size, content, member_id, kept_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz)
     ON CONFLICT (invoice_id) DO UPDATE SET debtor_id = excluded.debtor_id, name = excluded.name, sha256 = excluded.sha256, size = excluded.size,
       content = excluded.content, member_id = excluded.member_id, kept_at = excluded.kept_at`,
    [invoiceId, workspaceId, debtorId, name, sha256, content.length, content, memberId, now],
  );
  return before;
}

const idRow = z.object({ invoice_id: z.string() });

/** The same file is the copy of no other invoice any more; answers of which it was. */
export async function dropInvoiceCopies(
  tx: Tx,
  { workspaceId, sha256, except }: { workspaceId: string; sha256: string; except: string },
): Promise<string[]> {
  const dropped = await tx.sql(
    idRow,
    'DELETE FROM invoice_copy WHERE workspace_id = $1 AND sha256 = $2 AND invoice_id <> $3 RETURNING invoice_id',
    [workspaceId, sha256, except],
  );
  return dropped.map(({ invoice_id }) => invoice_id);
}

const contentRow = z.object({ content: z.instanceof(Buffer) });

/** The bytes of the copy of an invoice of that customer; undefined where none is on file, or the invoice is another customer's now. */
export async function invoiceCopyContent(
  tx: Queries,
  { workspaceId, invoiceId, debtorId }: { workspaceId: string; invoiceId: string; debtorId: string },
): Promise<Buffer | undefined> {
  const sql = `SELECT c.content FROM invoice_copy c JOIN invoice i ON i.id = c.invoice_id AND i.debtor_id = c.debtor_id
    WHERE c.workspace_id = $1 AND c.invoice_id = $2 AND c.debtor_id = $3`;
  return (await tx.sql(contentRow, sql, [workspaceId, invoiceId, debtorId]))[0]?.content;
}

const numberRow = z.object({ number: z.string() }).transform(({ number }) => number);

/** Once a ledger file is applied: the invoices, by number, whose copies go nowhere since it says that they are another customer's. */
export async function copiesPutAside({ tx }: LedgerScope): Promise<string[]> {
  return tx.sql(
    numberRow,
    `SELECT i.number FROM import_plan p JOIN invoice_copy c ON c.invoice_id = p.invoice_id JOIN invoice i ON i.id = p.invoice_id
     WHERE c.debtor_id <> i.debtor_id AND (p.is_new OR p.held_debtor_id <> i.debtor_id) ORDER BY i.number, i.id`,
  );
}
