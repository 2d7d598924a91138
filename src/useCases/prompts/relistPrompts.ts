import { z } from 'zod';
import type { Db, Queries } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { isAtWork } from './memberHours.ts';
import { relistPrompt } from './postPrompt.ts';
import { refreshMorningList } from './refreshMorningList.ts';

interface Relisting {
  readonly workspace: WorkspaceContext;
  readonly now: Date;
}

/**
 * Every morning the open prompts move to the new day's list, so that one list holds all that a member has to do. A prompt that
 * was put off comes back at its own time; a call-back does so at any hour, since the customer named it. Times of day are those of
 * the member's own clock.
 */
export async function relistPrompts(db: Db, relisting: Relisting): Promise<void> {
  const members = new Set((await toList(db, relisting)).map(({ member_id }) => member_id));
  for (const memberId of members) await relistFor(db, relisting, memberId);
}

async function relistFor(db: Db, relisting: Relisting, memberId: string): Promise<void> {
  const { workspace, now } = relisting;
  await db.transaction(async (tx) => {
    const member = (await lockMembers(tx, workspace.id, [memberId])).get(memberId);
    const ids = (await toList(tx, relisting, memberId)).map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.prisma.prompt.updateMany({
      where: { workspaceId: workspace.id, id: { in: ids } },
      data: { snoozedUntil: null },
    });
    await refreshMorningList(tx, { workspace, member, now });
    for (const promptId of ids)
      await relistPrompt(tx, { workspace, promptId, now, went: 'It is on the latest list.' });
  });
}

/** Open prompts that stand on an earlier day's list, or whose time has come, of members who are at work. */
async function toList(tx: Queries, { workspace, now }: Relisting, memberId?: string) {
  const zones = await tx.sql(zoneRow, 'SELECT DISTINCT zone FROM member WHERE workspace_id = $1', [
    workspace.id,
  ]);
  const atWork = zones.map(({ zone }) => zone).filter((zone) => isAtWork(workspace, zone, now));
  return tx.sql(row, toListSql, [workspace.id, now, atWork, memberId ?? null]);
}

const zoneRow = z.object({ zone: z.string() });
const row = z.object({ id: z.string(), member_id: z.string() });

/** $1 workspace, $2 now, $3 zones in which members are at work, $4 one member or null for all */
const toListSql = `
SELECT p.id, p.member_id FROM prompt p JOIN member m ON m.id = p.member_id
WHERE p.workspace_id = $1 AND p.state = 'open' AND ($4::text IS NULL OR p.member_id = $4)
  AND CASE WHEN p.snoozed_until IS NOT NULL THEN p.snoozed_until <= $2::timestamptz AND (m.zone = ANY($3::text[]) OR p.kind = 'call_back')
        ELSE m.zone = ANY($3::text[]) AND p.details->>'listedOn' IS DISTINCT FROM ($2::timestamptz AT TIME ZONE m.zone)::date::text END
ORDER BY p.opened_at, p.id`;
