import { addBusinessDays, nextOpenDay } from '../../core/calendar.ts';
import { addDays, type Day } from '../../core/day.ts';
import type { DueTimes } from '../../db/dueTimes.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dailyDigestTime, promptsTime, reportedMonday, weeklyDigestTime } from './digestTimes.ts';

/**
 * The next instant at which a digest of a started workspace falls due (a past one while it is due and not posted), or at which the
 * prompts of an open day may go.
 */
export function nextDigest({ workspace, daily, weekly }: DueTimes, now: Date): Date {
  const day = nextOpenDay(workspace.calendar, todayOf(workspace, now));
  const monday = reportedMonday(workspace, now);
  const times = [
    nextPrompts(workspace, now),
    ...nextDaily(
      workspace,
      day,
      daily.some(({ on }) => on === day),
    ),
    ...nextWeekly(workspace, monday, weekly.includes(monday)),
  ];
  return new Date(Math.min(...times.map((time) => time.getTime())));
}

function nextPrompts(workspace: WorkspaceContext, now: Date): Date {
  const { calendar } = workspace;
  const today = todayOf(workspace, now);
  const first = promptsTime(workspace, nextOpenDay(calendar, today));
  return first > now ? first : promptsTime(workspace, addBusinessDays(calendar, today, 1));
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
