import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import type { Db } from '../../db/client.ts';
import { firstCreditor } from '../../db/firstCreditor.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

export interface CreditorChoice {
  readonly id: string;
  readonly name: string;
}

/**
 * The creditor that a file belongs to: the named one, made where it is new; else the workspace's first, which is called like
 * the workspace until somebody renames it. Throws DulyError `bad_creditor` for a name that is none.
 */
export async function ensureCreditor(
  db: Db,
  workspace: WorkspaceContext,
  named: string | undefined,
  now: Date,
): Promise<CreditorChoice> {
  const name = named?.trim();
  if (name !== undefined && (name === '' || name.length > 200)) {
    throw new DulyError('bad_creditor', 'creditor name', 'A creditor’s name has 1 to 200 characters.');
  }
  const known = await firstCreditor(db, workspace.id, name);
  if (known) return known;
  return db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('creditor ' || $1, 0))`, [workspace.id]);
    const found = await firstCreditor(tx, workspace.id, name);
    if (found) return found;
    const position = await tx.prisma.creditor.count({ where: { workspaceId: workspace.id } });
    const made = { id: newId('cred'), workspaceId: workspace.id, name: name ?? workspace.name, position };
    await tx.prisma.creditor.create({ data: { ...made, createdAt: now } });
    return { id: made.id, name: made.name };
  });
}
