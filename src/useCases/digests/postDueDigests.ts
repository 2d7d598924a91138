import { addDays } from '../../core/day.ts';
import type { Db } from '../../db/client.ts';
import type { DueTimes } from '../../db/dueTimes.ts';
import { promisesToJudge } from '../../db/weekPromises.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dailyDigestTime, promptsTime, reportedMonday, weeklyDigestTime } from './digestTimes.ts';
import { postDailyDigest } from './postDailyDigest.ts';
import { postWeeklyDigest } from './postWeeklyDigest.ts';

const AN_HOUR_MS = 3_600_000;

/**
 * Posts the digests of a workspace whose time has come and that are not posted yet, and edits today's where a file was imported
 * since, and once the day's prompts have gone out, so that it lists them. The accounts that are due have been looked at. One whose time passed while Duly was down follows the same day; of past days none does. The weekly one follows
 * until the week is over; a week that ended before the workspace was started is not reported.
 */
export async function postDueDigests(db: Db, { due, now }: { due: DueTimes; now: Date }): Promise<void> {
  const { workspace, daily, weekly } = due;
  if (!workspace.startedAt) return;
  const today = todayOf(workspace, now);
  const asked = promptsTime(workspace, today);
  const isOld = (at: Date | undefined) => at !== undefined && at < asked && asked <= now;
  const stands = daily.some(({ on, at, outdated }) => on === today && !outdated && !isOld(at));
  if (!stands && isDailyTime(workspace, now)) await postDailyDigest(db, { workspace, now });
  if (weekly.includes(reportedMonday(workspace, now)) || !isWeeklyTime(workspace, now)) return;
  if (!(await isJudging(db, workspace, now))) await postWeeklyDigest(db, { workspace, now });
}

/** Somebody holds an account at this moment whose promise fell due that week: it is judged in a minute, and not waited for over an hour. */
async function isJudging(db: Db, workspace: WorkspaceContext, now: Date): Promise<boolean> {
  const monday = reportedMonday(workspace, now);
  if (now.getTime() > weeklyDigestTime(workspace, monday).getTime() + AN_HOUR_MS) return false;
  const [until, today] = [addDays(monday, 6), todayOf(workspace, now)];
  return promisesToJudge(db, { workspaceId: workspace.id, until, today, now });
}

function isDailyTime(workspace: WorkspaceContext, now: Date): boolean {
  const today = todayOf(workspace, now);
  if (!workspace.settings.channels.collections || !workspace.calendar.isOpen(today)) return false;
  return now >= dailyDigestTime(workspace, today);
}

function isWeeklyTime(workspace: WorkspaceContext, now: Date): boolean {
  const due = weeklyDigestTime(workspace, reportedMonday(workspace, now));
  if (!workspace.settings.channels.finance || now < due) return false;
  return workspace.startedAt !== undefined && workspace.startedAt <= due;
}
