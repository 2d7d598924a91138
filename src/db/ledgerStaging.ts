import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { DulyError } from '../core/DulyError.ts';
import { type Day, isoDay } from '../core/day.ts';
import type { Db, Tx } from './client.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** A row of a file as it waits to be applied: dates as ISO text, amounts as text of minor units. */
export type StagedRow = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const CHUNK = 1 << 16;

/**
 * Puts rows aside under an import that is not applied yet, as a stream in bounded memory. All or none of them: when it is
 * cut off, nothing of it stays. Answers how many.
 */
export async function stageRows(
  db: Db,
  of: { readonly workspaceId: string; readonly importId: string },
  rows: AsyncIterable<{ rowNumber: number; data: StagedRow }>,
): Promise<number> {
  const client = await db.pool.connect();
  let failed = true;
  try {
    const staged = await copyRows(client, of, rows);
    failed = false;
    return staged;
  } finally {
    // a connection left amid a COPY is of no use to anybody else
    client.release(failed);
  }
}

/** The same on a connection that is at hand, such as a transaction's: they go where it is rolled back. */
export async function copyRows(
  connection: ClientBase,
  { workspaceId, importId }: { readonly workspaceId: string; readonly importId: string },
  rows: AsyncIterable<{ rowNumber: number; data: StagedRow }>,
): Promise<number> {
  let staged = 0;
  async function* lines(): AsyncGenerator<string> {
    let text = '';
    for await (const { rowNumber, data } of rows) {
      staged++;
      text += `${workspaceId}\t${importId}\t${rowNumber}\t${JSON.stringify(data).replaceAll('\\', '\\\\')}\n`;
      if (text.length > CHUNK) {
        yield text;
        text = '';
      }
    }
    if (text) yield text;
  }
  const copy = connection.query(
    copyFrom('COPY ledger_import_row (workspace_id, import_id, row_number, data) FROM STDIN'),
  );
  await pipeline(Readable.from(lines()), copy);
  return staged;
}

/**
 * Takes down that an import has begun; its rows are put aside next. What imports of this creditor put aside before and never applied is thrown
 * away: they failed, or were cut off. Throws DulyError `creditor_gone` where its creditor was new and went meanwhile with another import that came
 * to nothing.
 */
export async function beginImport(
  db: Db,
  begun: {
    readonly importId: string;
    readonly workspaceId: string;
    readonly creditorId: string;
    readonly file: Readonly<Record<'name' | 'sha256' | 'format' | 'kind', string>>;
    readonly asOf: Day;
    readonly memberId: string | undefined;
    readonly now: Date;
  },
): Promise<void> {
  const { importId, workspaceId, creditorId, file, asOf, memberId, now } = begun;
  const taken = await db.execute(
    `WITH failed AS (
       UPDATE ledger_import SET status = 'failed' WHERE workspace_id = $2 AND creditor_id = $3 AND status = 'staged' RETURNING id),
     dropped AS (
       DELETE FROM ledger_import_row r USING ledger_import i
       WHERE r.import_id = i.id AND r.workspace_id = $2 AND i.workspace_id = $2 AND i.creditor_id = $3
         AND (i.status = 'failed' OR i.id IN (SELECT id FROM failed)))
     INSERT INTO ledger_import (id, workspace_id, creditor_id, file_name, sha256, format, kind, as_of, status, member_id, started_at)
     SELECT $1, $2, id, $4, $5, $6, $7, $8::date, 'staged', $9, $10::timestamptz
     FROM (SELECT id FROM creditor WHERE workspace_id = $2 AND id = $3 FOR SHARE) c`,
    [
      ...[importId, workspaceId, creditorId, file.name, file.sha256, file.format, file.kind],
      ...[isoDay(asOf), memberId ?? null, now],
    ],
  );
  if (taken > 0) return;
  const sentence = 'This creditor is not here any more: nothing was imported. Import the file again.';
  throw new DulyError('creditor_gone', `no creditor ${creditorId}`, sentence);
}

/** Says that an import came to nothing, and throws away what it had put aside; one that was applied or held back meanwhile stays as it is. */
export async function failImport(db: Db, workspaceId: string, importId: string): Promise<void> {
  await db.execute(
    `UPDATE ledger_import SET status = 'failed' WHERE id = $1 AND workspace_id = $2 AND status = 'staged'`,
    [importId, workspaceId],
  );
  await db.execute(
    `DELETE FROM ledger_import_row r USING ledger_import i
     WHERE r.import_id = $1 AND r.workspace_id = $2 AND i.id = r.import_id AND i.status = 'failed'`,
    [importId, workspaceId],
  );
}

/**
 * Makes this import the only one that is being applied in its workspace until the transaction ends. Throws DulyError
 * `import_overtaken` when its rows are not all there any more: a later import of the same ledger took over; `import_not_held` for
 * one that was held back and is not any more. Answers whether others of its kind and ledger wait for a manager: none begins to, until then.
 */
export async function claimStagedRows(
  scope: LedgerScope,
  { expected, status }: { expected: number; status: 'staged' | 'brake' },
): Promise<{ readonly othersWait: boolean }> {
  const { tx, importId, workspaceId } = scope;
  await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('ledger ' || $1, 0))`, [workspaceId]);
  const rows = await tx.sql(
    z.object({ staged: z.bigint(), others_wait: z.boolean() }),
    `SELECT (SELECT count(*) FROM ledger_import_row WHERE import_id = i.id) AS staged, EXISTS (SELECT FROM ledger_import h
       WHERE h.workspace_id = $2 AND h.creditor_id = i.creditor_id AND h.kind = i.kind AND h.status = 'brake' AND h.id <> i.id) AS others_wait
     FROM ledger_import i WHERE i.id = $1 AND i.workspace_id = $2 AND i.status = $3 FOR UPDATE OF i`,
    [importId, workspaceId, status],
  );
  if (status === 'brake' && rows.length === 0) throw importNotHeld(importId);
  const [claimed] = rows;
  if (claimed?.staged === BigInt(expected)) return { othersWait: claimed.others_wait };
  throw new DulyError(
    'import_overtaken',
    `import ${importId}: ${claimed?.staged ?? 'no'} of ${expected} rows are staged`,
    'Another import of this ledger began meanwhile, so this one was given up. Nothing of it was applied.',
  );
}

/** What is said of an import that does not wait for a manager any more. */
export function importNotHeld(importId: string): DulyError {
  return new DulyError(
    'import_not_held',
    `import ${importId} is not held back`,
    'This import does not wait any more: it was decided on, or a later one took its place.',
  );
}

/**
 * Ends an import with its status and figures. What it had put aside is cleared, but where it is held back: a manager may still have it
 * applied. What earlier ones had found is kept as long as they may be undone, until `undoUntil` (inclusive).
 */
export async function endImport(
  { tx, importId, workspaceId, creditorId, asOf, now }: LedgerScope,
  status: 'applied' | 'brake',
  { summary, undoUntil, makesKnown }: { summary: object; undoUntil: Day; makesKnown: boolean },
): Promise<void> {
  if (status === 'brake') {
    await tx.execute(
      `UPDATE ledger_import SET status = 'brake', summary = $3::jsonb, as_of = $4::date, applied_at = NULL, undo_until = NULL
       WHERE id = $1 AND workspace_id = $2`,
      [importId, workspaceId, JSON.stringify(summary), isoDay(asOf)],
    );
    return;
  }
  await tx.execute(
    `WITH applied AS (
       UPDATE ledger_import SET status = 'applied', summary = $4::jsonb, applied_at = $5::timestamptz, undo_until = $6::date,
         as_of = $7::date, makes_known = $8
       WHERE id = $1 AND workspace_id = $2),
     cleared AS (DELETE FROM ledger_import_row WHERE import_id = $1 AND workspace_id = $2)
     DELETE FROM ledger_import_change c USING ledger_import i WHERE c.import_id = i.id AND c.workspace_id = $2 AND i.workspace_id = $2 AND i.creditor_id = $3
       AND i.undo_until < $5::timestamptz::date - 1`,
    [
      ...[importId, workspaceId, creditorId, JSON.stringify(summary), now, isoDay(undoUntil)],
      ...[isoDay(asOf), makesKnown],
    ],
  );
}

/** Ends an import that was held back without applying it. Answers whether it was still held back. */
export async function dropHeldImport(
  tx: Tx,
  options: {
    workspaceId: string;
    importId: string;
    status: 'discarded' | 'overtaken';
    decidedBy?: string | undefined;
  },
): Promise<boolean> {
  const { workspaceId, importId, status, decidedBy = null } = options;
  const dropped = await tx.execute(
    `UPDATE ledger_import SET status = $3, summary = summary || jsonb_build_object('decidedBy', $4::text)
     WHERE id = $1 AND workspace_id = $2 AND status = 'brake'`,
    [importId, workspaceId, status, decidedBy],
  );
  if (dropped === 0) return false;
  await tx.execute('DELETE FROM ledger_import_row WHERE import_id = $1 AND workspace_id = $2', [
    importId,
    workspaceId,
  ]);
  return true;
}
