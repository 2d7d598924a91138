import { addBusinessDays, nextOpenDay } from '../../core/calendar.ts';
import { addDays } from '../../core/day.ts';
import { instantAt } from '../../core/zone.ts';
import type { Db } from '../../db/client.ts';
import { isDigestPosted } from '../../db/digests.ts';
import { loadWorkspace, todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dailyDigestTime, reportedMonday, weeklyDigestTime } from './digestTimes.ts';

/**
 * The next instant at which a digest of any started workspace falls due (a past one while it is due and not posted), or at
 * which the prompts of an open day may go.
 */
export async function nextDigest(db: Db, now: Date): Promise<Date | undefined> {
  const started = await db.prisma.workspace.findMany({
    where: { startedAt: { not: null } },
    select: { id: true },
  });
  const times: Date[] = [];
  for (const { id } of started) {
    const workspace = await loadWorkspace(db, id);
    times.push(
      nextPrompts(workspace, now),
      ...(await nextDaily(db, workspace, now)),
      ...(await nextWeekly(db, workspace, now)),
    );
  }
  return times.length > 0 ? new Date(Math.min(...times.map((time) => time.getTime()))) : undefined;
}

function nextPrompts(workspace: WorkspaceContext, now: Date): Date {
  const { calendar, settings, zone } = workspace;
  const today = todayOf(workspace, now);
  const first = instantAt(nextOpenDay(calendar, today), settings.promptsAt, zone);
  return first > now ? first : instantAt(addBusinessDays(calendar, today, 1), settings.promptsAt, zone);
}

async function nextDaily(db: Db, workspace: WorkspaceContext, now: Date): Promise<Date[]> {
  if (!workspace.settings.channels.collections) return [];
  const today = todayOf(workspace, now);
  const day = nextOpenDay(workspace.calendar, today);
  const posted = await isDigestPosted(db, { workspaceId: workspace.id, kind: 'daily', forOn: day });
  return [dailyDigestTime(workspace, posted ? addBusinessDays(workspace.calendar, day, 1) : day)];
}

async function nextWeekly(db: Db, workspace: WorkspaceContext, now: Date): Promise<Date[]> {
  if (!workspace.settings.channels.finance || !workspace.startedAt) return [];
  const monday = reportedMonday(workspace, now);
  const due = weeklyDigestTime(workspace, monday);
  const posted = await isDigestPosted(db, { workspaceId: workspace.id, kind: 'weekly', forOn: monday });
  return [posted || workspace.startedAt > due ? weeklyDigestTime(workspace, addDays(monday, 7)) : due];
}
