import { z } from 'zod';
import { isoDay } from '../../core/day.ts';
import { instantAt } from '../../core/zone.ts';
import type { Db, Queries } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
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
    await lockMembers(tx, workspace.id, [memberId]);
    const ids = (await toList(tx, relisting, memberId)).map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.prisma.prompt.updateMany({
      where: { workspaceId: workspace.id, id: { in: ids } },
      data: { snoozedUntil: null },
    });
    await refreshMorningList(tx, { workspace, memberId, now });
    for (const promptId of ids)
      await relistPrompt(tx, { workspace, promptId, now, went: 'It is on the latest list.' });
  });
}

/** Open prompts that stand on an earlier day's list, or whose time has come, of members who are at work. */
async function toList(tx: Queries, { workspace, now }: Relisting, memberId?: string) {
  const { calendar, settings, zone } = workspace;
  const today = todayOf(workspace, now);
  const isNewDay = calendar.isOpen(today) && now >= instantAt(today, settings.promptsAt, zone);
  const due = await tx.sql(row, toListSql, [workspace.id, now, isoDay(today), isNewDay, memberId ?? null]);
  const atWork = new Map<string, boolean>();
  return due.filter(({ member_zone, at_any_hour }) => {
    if (!atWork.has(member_zone)) atWork.set(member_zone, isAtWork(workspace, member_zone, now));
    return at_any_hour || atWork.get(member_zone);
  });
}

const row = z.object({
  id: z.string(),
  member_id: z.string(),
  member_zone: z.string(),
  at_any_hour: z.boolean(),
});

/** $1 workspace, $2 now, $3 today, $4 whether today's lists have begun, $5 one member or null for all */
const toListSql = `
SELECT p.id, p.member_id, m.zone AS member_zone, p.snoozed_until IS NOT NULL AND p.kind = 'call_back' AS at_any_hour
FROM prompt p JOIN member m ON m.id = p.member_id
WHERE p.workspace_id = $1 AND p.state = 'open' AND ($5::text IS NULL OR p.member_id = $5)
  AND CASE WHEN p.snoozed_until IS NOT NULL THEN p.snoozed_until <= $2::timestamptz
        ELSE $4::boolean AND p.details->>'listedOn' IS DISTINCT FROM $3 END
ORDER BY p.opened_at, p.id`;
