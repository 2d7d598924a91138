import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { showHeldImport } from './showHeldImport.ts';

/** Asks about every import that is held back and that nobody was asked about yet, such as those of before the workspace was started. */
export async function askAboutHeldImports(
  db: Db,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): Promise<void> {
  const where = { workspaceId: workspace.id, status: 'brake' };
  const waiting = await db.prisma.ledgerImport.findMany({ where, select: { id: true } });
  for (const { id: importId } of waiting) {
    await db.transaction(async (tx) => {
      const held = await tx.execute(
        `SELECT FROM ledger_import WHERE id = $1 AND workspace_id = $2 AND status = 'brake' FOR UPDATE`,
        [importId, workspace.id],
      );
      if (held > 0) await showHeldImport(tx, { workspace, importId, now });
    });
  }
}
