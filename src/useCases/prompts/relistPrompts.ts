import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { lockMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import { relistPrompt } from './postPrompt.ts';
import { morningListKey, refreshMorningList } from './refreshMorningList.ts';

/**
 * Every morning the open prompts move to the new day's list, so that one list holds all that a member has to do; a prompt
 * that was snoozed, or a call-back, comes at its own time and pings.
 */
export async function relistPrompts(
  db: Db,
  options: { workspace: WorkspaceContext; now: Date },
): Promise<void> {
  const { workspace, now } = options;
  const morning = isPromptTime(workspace, now);
  const open = await db.prisma.prompt.findMany({
    where: {
      workspaceId: workspace.id,
      state: 'open',
      ...(morning
        ? { OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }] }
        : { snoozedUntil: { lte: now } }),
    },
    select: { id: true, debtorId: true, memberId: true, snoozedUntil: true },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  const today = todayOf(workspace, now);
  const listed = new Map<string, boolean>();
  for (const prompt of open) {
    if (!listed.has(prompt.memberId)) {
      const key = `post:${morningListKey(prompt.memberId, today)}`;
      const list = await db.prisma.outbox.findUnique({
        where: { workspaceId_key: { workspaceId: workspace.id, key } },
      });
      listed.set(prompt.memberId, list !== null);
    }
    if (prompt.snoozedUntil === null && listed.get(prompt.memberId)) continue;
    await relist(db, { workspace, now, ...prompt });
  }
}

async function relist(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    now: Date;
    id: string;
    debtorId: string;
    memberId: string;
    snoozedUntil: Date | null;
  },
): Promise<void> {
  const { workspace, now, id, debtorId, memberId, snoozedUntil } = options;
  await db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    await lockMembers(tx, workspace.id, [memberId]);
    const { count } = await tx.prisma.prompt.updateMany({
      where: { id, workspaceId: workspace.id, state: 'open', memberId, snoozedUntil },
      data: { snoozedUntil: null },
    });
    if (count === 0) return;
    await refreshMorningList(tx, { workspace, memberId, now });
    await relistPrompt(tx, { workspace, promptId: id, now, went: 'It is on the latest list.' });
  });
}
