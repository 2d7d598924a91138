import { nextOpenDay } from '../../core/calendar.ts';
import { addDays, type Day, weekday } from '../../core/day.ts';
import { instantAt } from '../../core/zone.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

export function dailyDigestTime({ settings, zone }: WorkspaceContext, day: Day): Date {
  return instantAt(day, settings.dailyDigestAt, zone);
}

/** When the day's prompts go out: from then on the digest has them. */
export function promptsTime({ settings, zone }: WorkspaceContext, day: Day): Date {
  return instantAt(day, settings.promptsAt, zone);
}

/** The Monday of the week that the digest of the present week reports: the week before. */
export function reportedMonday(workspace: WorkspaceContext, now: Date): Day {
  const today = todayOf(workspace, now);
  return addDays(today, 1 - weekday(today) - 7);
}

/** When the digest of the week from `monday` is due: the Monday after, or the first open day from then on. */
export function weeklyDigestTime({ calendar, settings, zone }: WorkspaceContext, monday: Day): Date {
  return instantAt(nextOpenDay(calendar, addDays(monday, 7)), settings.weeklyDigestAt, zone);
}
