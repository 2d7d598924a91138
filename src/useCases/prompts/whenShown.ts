import { addBusinessDays } from '../../core/calendar.ts';
import { instantAt } from '../../core/zone.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';

/** The instant itself when the team is at work then, else the next morning on which it is. */
export function whenShown(workspace: WorkspaceContext, at: Date): Date {
  if (isPromptTime(workspace, at)) return at;
  const { calendar, settings, zone } = workspace;
  const day = todayOf(workspace, at);
  const morning = instantAt(day, settings.promptsAt, zone);
  if (calendar.isOpen(day) && at < morning) return morning;
  return instantAt(addBusinessDays(calendar, day, 1), settings.promptsAt, zone);
}
