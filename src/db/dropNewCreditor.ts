import type { Db } from './client.ts';

/** Removes a creditor that was made for an import of which nothing came, unless another one uses it meanwhile (see `beginImport`). */
export async function dropNewCreditor(db: Db, workspaceId: string, creditorId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute('SELECT FROM creditor WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [
      workspaceId,
      creditorId,
    ]);
    await tx.execute(
      `DELETE FROM creditor WHERE workspace_id = $1 AND id = $2 AND NOT EXISTS (
         SELECT FROM ledger_import WHERE workspace_id = $1 AND creditor_id = $2 AND status <> 'failed')`,
      [workspaceId, creditorId],
    );
  });
}
