import type { Db } from '../../db/client.ts';
import { isDigestOutdated, isDigestPosted } from '../../db/digests.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dailyDigestTime, reportedMonday, weeklyDigestTime } from './digestTimes.ts';
import { postDailyDigest } from './postDailyDigest.ts';
import { postWeeklyDigest } from './postWeeklyDigest.ts';

/**
 * Posts the digests of a workspace whose time has come and that are not posted yet, and edits today's where a file was imported
 * since. One whose time passed while Duly was down follows the same day; of past days none does. The weekly one follows
 * until the week is over; a week that ended before the workspace was started is not reported.
 */
export async function postDueDigests(
  db: Db,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): Promise<void> {
  if (!workspace.startedAt) return;
  if (await isDailyDue(db, workspace, now)) await postDailyDigest(db, { workspace, now });
  if (await isWeeklyDue(db, workspace, now)) await postWeeklyDigest(db, { workspace, now });
}

async function isDailyDue(db: Db, workspace: WorkspaceContext, now: Date): Promise<boolean> {
  const today = todayOf(workspace, now);
  if (!workspace.settings.channels.collections || !workspace.calendar.isOpen(today)) return false;
  if (now < dailyDigestTime(workspace, today)) return false;
  const name = { workspaceId: workspace.id, kind: 'daily', forOn: today } as const;
  return !(await isDigestPosted(db, name)) || isDigestOutdated(db, name);
}

async function isWeeklyDue(db: Db, workspace: WorkspaceContext, now: Date): Promise<boolean> {
  const monday = reportedMonday(workspace, now);
  const due = weeklyDigestTime(workspace, monday);
  if (!workspace.settings.channels.finance || now < due) return false;
  if (!workspace.startedAt || workspace.startedAt > due) return false;
  return !(await isDigestPosted(db, { workspaceId: workspace.id, kind: 'weekly', forOn: monday }));
}
