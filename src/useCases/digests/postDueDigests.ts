import type { Db } from '../../db/client.ts';
import type { DueTimes } from '../../db/dueTimes.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dailyDigestTime, reportedMonday, weeklyDigestTime } from './digestTimes.ts';
import { postDailyDigest } from './postDailyDigest.ts';
import { postWeeklyDigest } from './postWeeklyDigest.ts';

/**
 * Posts the digests of a workspace whose time has come and that are not posted yet, and edits today's where a file was imported
 * since. One whose time passed while Duly was down follows the same day; of past days none does. The weekly one follows
 * until the week is over; a week that ended before the workspace was started is not reported.
 */
export async function postDueDigests(db: Db, { due, now }: { due: DueTimes; now: Date }): Promise<void> {
  const { workspace, daily, weekly } = due;
  if (!workspace.startedAt) return;
  const today = todayOf(workspace, now);
  const stands = daily.some(({ on, outdated }) => on === today && !outdated);
  if (!stands && isDailyTime(workspace, now)) await postDailyDigest(db, { workspace, now });
  if (!weekly.includes(reportedMonday(workspace, now)) && isWeeklyTime(workspace, now))
    await postWeeklyDigest(db, { workspace, now });
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
