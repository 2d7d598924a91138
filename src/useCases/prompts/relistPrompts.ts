import { z } from 'zod';
import { isoDay } from '../../core/day.ts';
import type { Db, Queries } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import { relistPrompt } from './postPrompt.ts';
import { refreshMorningList } from './refreshMorningList.ts';

interface Relisting {
  readonly workspace: WorkspaceContext;
  readonly now: Date;
}

/**
 * Every morning the open prompts move to the new day's list, so that one list holds all that a member has to do. A prompt that
 * was put off comes back at its own time; a call-back does so at any hour, since the customer named it.
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

/** Open prompts that stand on an earlier day's list, or whose time has come. */
async function toList(tx: Queries, { workspace, now }: Relisting, memberId?: string) {
  return tx.sql(row, toListSql, [
    workspace.id,
    now,
    isoDay(todayOf(workspace, now)),
    isPromptTime(workspace, now),
    memberId ?? null,
  ]);
}

const row = z.object({ id: z.string(), member_id: z.string() });

/** $1 workspace, $2 now, $3 today, $4 whether prompts are shown at this hour, $5 one member or null for all */
const toListSql = `
SELECT id, member_id FROM prompt
WHERE workspace_id = $1 AND state = 'open' AND ($5::text IS NULL OR member_id = $5)
  AND CASE WHEN snoozed_until IS NOT NULL
        THEN snoozed_until <= $2::timestamptz AND ($4::boolean OR kind = 'call_back')
        ELSE $4::boolean AND details->>'listedOn' IS DISTINCT FROM $3 END
ORDER BY opened_at, id`;
