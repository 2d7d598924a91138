import { newId } from '../../core/newId.ts';
import { settingsOfNewWorkspace } from '../../core/settings.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { liftStop } from '../../delivery/stops.ts';

/**
 * The workspace of a Slack team: known by its team, else the one whose ledger was imported before it was connected, else a
 * new one. Returns its id.
 */
export async function connectWorkspace(
  db: Db,
  { teamId, teamName, now }: { teamId: string; teamName: string; now: Date },
): Promise<string> {
  return db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('first workspace', 0))`);
    const known = await tx.prisma.workspace.findUnique({ where: { teamId } });
    if (known) {
      // a token that works again ends what a revoked one had stopped
      await liftStop(tx, known.id, '*');
      return known.id;
    }
    const waiting = await tx.prisma.workspace.findMany({ where: { teamId: null }, take: 2 });
    const adopted = waiting.length === 1 ? waiting[0] : undefined;
    const workspace = adopted
      ? await tx.prisma.workspace.update({ where: { id: adopted.id }, data: { teamId, name: teamName } })
      : await tx.prisma.workspace.create({
          data: {
            id: newId('ws'),
            teamId,
            name: teamName,
            settings: settingsOfNewWorkspace,
            createdAt: now,
          },
        });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'workspace_connected',
      subjectKind: 'workspace',
      subjectId: workspace.id,
      after: { teamId },
    });
    return workspace.id;
  });
}
