import { z } from 'zod';
import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { settingsOfNewWorkspace } from '../../core/settings.ts';
import type { Db } from '../../db/client.ts';
import { loadWorkspace, type WorkspaceContext } from '../../db/workspaceContext.ts';

/**
 * The workspace that a command is about: the named one (id, Slack team or name), else the only one there is; on a fresh
 * database one called “local”, to be connected to Slack later. Throws DulyError `workspace_not_found`, or
 * `which_workspace` where there are several and none is named.
 */
export async function ensureWorkspace({
  db,
  named,
  now,
}: {
  db: Db;
  named?: string | undefined;
  now: Date;
}): Promise<WorkspaceContext> {
  return db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('first workspace', 0))`);
    const all = await tx.sql(
      z.object({ id: z.string(), name: z.string(), team_id: z.string().nullable() }),
      'SELECT id, name, team_id FROM workspace ORDER BY created_at, id',
    );
    if (named !== undefined) {
      const fits = all.filter(({ id, name, team_id }) => [id, name, team_id].includes(named));
      const [only, another] = fits;
      if (only && !another) return loadWorkspace(tx, only.id);
      const sentence = `There is ${only ? 'more than one' : 'no'} workspace “${named}”.`;
      throw new DulyError(only ? 'which_workspace' : 'workspace_not_found', sentence, sentence);
    }
    const [first, second] = all;
    if (second) {
      const sentence = `There are several workspaces: say which with --workspace (${all.map((one) => one.name).join(', ')}).`;
      throw new DulyError('which_workspace', sentence, sentence);
    }
    if (first) return loadWorkspace(tx, first.id);
    const id = newId('ws');
    await tx.prisma.workspace.create({
      data: { id, name: 'local', settings: settingsOfNewWorkspace, createdAt: now },
    });
    return loadWorkspace(tx, id);
  });
}
