import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import type { Db, Tx } from '../../db/client.ts';
import { firstCreditor } from '../../db/firstCreditor.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { UnknownCreditor } from './UnknownCreditor.ts';

export interface CreditorChoice {
  readonly id: string;
  readonly name: string;
  /** made just now, under a name that somebody said */
  readonly isNew?: boolean;
}

/**
 * The creditor that a file belongs to: the named one, made where it is new; else the workspace's first, which is called like
 * the workspace until somebody renames it. Throws DulyError `bad_creditor` for a name that is none, and UnknownCreditor for a new name where
 * files were imported before, unless somebody confirms it: a slip would book every invoice again.
 */
export async function ensureCreditor(
  db: Db,
  workspace: WorkspaceContext,
  { named, confirm = false, now }: { named?: string | undefined; confirm?: boolean | undefined; now: Date },
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
    const workspaceId = workspace.id;
    const others = await tx.prisma.creditor.findMany({
      where: { workspaceId },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    });
    if (name !== undefined && !confirm && (await hasImports(tx, workspaceId)))
      throw new UnknownCreditor(
        name,
        others.map((other) => other.name),
      );
    const made = { id: newId('cred'), workspaceId, name: name ?? workspace.name, position: others.length };
    await tx.prisma.creditor.create({ data: { ...made, createdAt: now } });
    return { id: made.id, name: made.name, isNew: name !== undefined };
  });
}

async function hasImports(tx: Tx, workspaceId: string): Promise<boolean> {
  const where = { workspaceId, status: { in: ['applied', 'brake'] } };
  return (await tx.prisma.ledgerImport.findFirst({ where, select: { id: true } })) !== null;
}
