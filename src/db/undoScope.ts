import { dayOfDate } from '../core/day.ts';
import type { LedgerImport } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';
import { idRow } from './idRow.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** Which debtors an import was about: $1 workspace, $2 import. */
export const debtorsOfImport = `
SELECT debtor_id FROM (
  SELECT debtor_id FROM invoice WHERE workspace_id = $1 AND import_id = $2
  UNION SELECT debtor_id FROM payment WHERE workspace_id = $1 AND import_id = $2
  UNION SELECT i.debtor_id FROM allocation a JOIN invoice i ON i.id = a.invoice_id WHERE a.workspace_id = $1 AND a.import_id = $2
  UNION SELECT unnest(ARRAY[i.debtor_id, c.before->>'debtor_id']) FROM ledger_import_change c JOIN invoice i ON i.id = c.subject_id
    WHERE c.import_id = $2 AND c.kind = 'invoice' AND i.workspace_id = $1
  UNION SELECT d.id FROM ledger_import_change c JOIN debtor d ON d.id = c.subject_id
    WHERE c.import_id = $2 AND c.kind = 'debtor' AND d.workspace_id = $1
  UNION SELECT id FROM debtor WHERE workspace_id = $1 AND import_id = $2
  UNION SELECT debtor_id FROM contact WHERE workspace_id = $1 AND import_id = $2
  UNION SELECT debtor_id FROM stage_step WHERE workspace_id = $1 AND import_id = $2) x
WHERE debtor_id IS NOT NULL`;

/** Imports of the same creditor that were applied after this one and stand, the last one first. Freshness that was confirmed is none. */
export async function laterImports(
  tx: Queries,
  { id, workspaceId, creditorId, appliedAt }: LedgerImport,
): Promise<string[]> {
  const later = await tx.prisma.ledgerImport.findMany({
    where: {
      ...{ workspaceId, creditorId, status: 'applied', format: { not: 'confirmed' }, id: { not: id } },
      appliedAt: { gte: appliedAt ?? new Date(0) },
    },
    orderBy: [{ appliedAt: 'desc' }, { startedAt: 'desc' }],
    select: { fileName: true },
  });
  return later.map(({ fileName }) => fileName);
}

/**
 * Makes the import the only one that is applied or undone in its workspace until the transaction ends, and locks the debtors that it was
 * about. Answers it as it stands; undefined where the workspace has no such import.
 */
export async function claimForUndo(
  tx: Tx,
  { workspaceId, importId, now }: { workspaceId: string; importId: string; now: Date },
): Promise<{ row: LedgerImport; scope: LedgerScope } | undefined> {
  await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('ledger ' || $1, 0))`, [workspaceId]);
  await tx.execute('SELECT FROM ledger_import WHERE id = $2 AND workspace_id = $1 FOR UPDATE', [
    workspaceId,
    importId,
  ]);
  const row = await tx.prisma.ledgerImport.findFirst({ where: { id: importId, workspaceId } });
  if (!row) return undefined;
  const { creditorId, asOf } = row;
  return { row, scope: { tx, importId, workspaceId, creditorId, asOf: dayOfDate(asOf), now } };
}

/** Collects the debtors that the import was about in `undo_touched`, and locks them in the order of everybody who locks several. */
export async function lockTouched({ tx, importId, workspaceId }: LedgerScope): Promise<void> {
  await tx.execute('CREATE TEMP TABLE undo_touched (debtor_id text PRIMARY KEY) ON COMMIT DROP');
  await tx.execute(`INSERT INTO undo_touched ${debtorsOfImport}`, [workspaceId, importId]);
  await tx.execute(
    'SELECT 1 FROM debtor WHERE workspace_id = $1 AND id IN (SELECT debtor_id FROM undo_touched) ORDER BY id FOR UPDATE',
    [workspaceId],
  );
}

/** Ends the import as undone, and has the policy look again at every debtor that it was about. */
export async function endUndo(
  { tx, importId, workspaceId, now }: LedgerScope,
  undoneBy: string | null,
): Promise<void> {
  await tx.execute(
    `UPDATE ledger_import SET status = 'undone', undone_at = $3, summary = summary || jsonb_build_object('undoneBy', $4::text)
     WHERE id = $2 AND workspace_id = $1`,
    [workspaceId, importId, now, undoneBy],
  );
  await tx.execute('DELETE FROM ledger_import_change WHERE import_id = $1 AND workspace_id = $2', [
    importId,
    workspaceId,
  ]);
  await tx.execute(
    'UPDATE debtor SET next_review_at = $2 WHERE workspace_id = $1 AND id IN (SELECT debtor_id FROM undo_touched)',
    [workspaceId, now],
  );
}

/** Promises all of whose invoices are void now, and that stand. */
export async function promisesOfVoid({ tx, workspaceId }: LedgerScope): Promise<string[]> {
  const rows = await tx.sql(
    idRow,
    `SELECT p.id FROM promise p
     WHERE p.workspace_id = $1 AND p.state IN ('open', 'kept', 'partially_kept', 'broken')
       AND EXISTS (SELECT FROM promise_invoice x JOIN undo_void v ON v.id = x.invoice_id WHERE x.promise_id = p.id)
       AND NOT EXISTS (SELECT FROM promise_invoice x JOIN invoice i ON i.id = x.invoice_id
         WHERE x.promise_id = p.id AND i.undone_at IS NULL) ORDER BY p.id`,
    [workspaceId],
  );
  return rows.map(({ id }) => id);
}
