import type { Day } from '../../core/day.ts';
import { dayIn } from '../../core/zone.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/** The day, in the workspace's zone, on which something was agreed on: it counts from then, though it was written down later. Never after today. */
export function dayOfTalk(workspace: WorkspaceContext, madeAt: Date, now: Date): Day {
  return Math.min(dayIn(workspace.zone, madeAt), todayOf(workspace, now)) as Day;
}
