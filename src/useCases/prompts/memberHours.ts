import { isSameClock, isWithin, nextWithin, type PromptHours } from '../../core/promptHours.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/**
 * When a member whose clocks show another time than the workspace's is asked: the instant itself within the prompt hours by the member's
 * own clock, else the next of their mornings. Whoever has the workspace's time is asked at the instant itself.
 */
export function whenAsked(workspace: WorkspaceContext, memberZone: string, at: Date): Date {
  if (isSameClock(memberZone, workspace.zone, at)) return at;
  return nextWithin(hoursIn(workspace, memberZone), at);
}

/** Whether a member in that zone may be shown something new now. */
export function isAtWork(workspace: WorkspaceContext, memberZone: string, now: Date): boolean {
  return isWithin(hoursIn(workspace, memberZone), now);
}

function hoursIn({ calendar, settings }: WorkspaceContext, zone: string): PromptHours {
  return { calendar, from: settings.promptsAt, zone };
}
