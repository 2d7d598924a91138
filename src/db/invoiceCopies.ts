import { z } from 'zod';
import type { Queries, Tx } from './client.ts';

export interface InvoiceCopyFile {
  /** the file's own name */
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer;
}

const beforeRow = z.object({ sha256: z.string(), name: z.string() });

/** Keeps the copy of an invoice in the place of the one before, which it answers; the bytes of that are gone. */
export async function putInvoiceCopy(
  tx: Tx,
  copy: InvoiceCopyFile & {
    readonly workspaceId: string;
    readonly invoiceId: string;
    /** null: the command line */
    readonly memberId: string | null;
    readonly now: Date;
  },
): Promise<{ sha256: string; name: string } | undefined> {
  const { workspaceId, invoiceId, name, sha256, content, memberId, now } = copy;
  const [before] = await tx.sql(
    beforeRow,
    'SELECT sha256, name FROM invoice_copy WHERE workspace_id = $1 AND invoice_id = $2 FOR UPDATE',
    [workspaceId, invoiceId],
  );
  if (before?.sha256 === sha256) return before;
  await tx.execute(
    `INSERT INTO invoice_copy (invoice_id, workspace_id, name, sha256, size, content, member_id, kept_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)
     ON CONFLICT (invoice_id) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, size = excluded.size,
       content = excluded.content, member_id = excluded.member_id, kept_at = excluded.kept_at`,
    [invoiceId, workspaceId, name, sha256, content.length, content, memberId, now],
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

/** The bytes of the copy of an invoice; undefined where none is on file. */
export async function invoiceCopyContent(
  tx: Queries,
  { workspaceId, invoiceId }: { workspaceId: string; invoiceId: string },
): Promise<Buffer | undefined> {
  const sql = 'SELECT content FROM invoice_copy WHERE workspace_id = $1 AND invoice_id = $2';
  return (await tx.sql(contentRow, sql, [workspaceId, invoiceId]))[0]?.content;
}
