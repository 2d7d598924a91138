import { addBusinessDays, nextOpenDay } from '../../core/calendar.ts';
import { addDays, type Day } from '../../core/day.ts';
import { instantAt } from '../../core/zone.ts';
import type { Db } from '../../db/client.ts';
import { digestStandings } from '../../db/digests.ts';
import { startedWorkspaces, todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dailyDigestTime, reportedMonday, weeklyDigestTime } from './digestTimes.ts';

/**
 * The next instant at which a digest of any started workspace falls due (a past one while it is due and not posted), or at
 * which the prompts of an open day may go.
 */
export async function nextDigest(db: Db, now: Date): Promise<Date | undefined> {
  const times: Date[] = [];
  for (const workspace of await startedWorkspaces(db)) {
    const day = nextOpenDay(workspace.calendar, todayOf(workspace, now));
    const monday = reportedMonday(workspace, now);
    const { daily, weekly } = await digestStandings(db, { workspaceId: workspace.id, day, monday });
    times.push(
      nextPrompts(workspace, now),
      ...nextDaily(workspace, day, daily.posted),
      ...nextWeekly(workspace, monday, weekly.posted),
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

function nextDaily(workspace: WorkspaceContext, day: Day, posted: boolean): Date[] {
  if (!workspace.settings.channels.collections) return [];
  return [dailyDigestTime(workspace, posted ? addBusinessDays(workspace.calendar, day, 1) : day)];
}

function nextWeekly(workspace: WorkspaceContext, monday: Day, posted: boolean): Date[] {
  if (!workspace.settings.channels.finance || !workspace.startedAt) return [];
  const due = weeklyDigestTime(workspace, monday);
  return [posted || workspace.startedAt > due ? weeklyDigestTime(workspace, addDays(monday, 7)) : due];
}
