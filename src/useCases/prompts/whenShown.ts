import { nextWithin } from '../../core/promptHours.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** The instant itself when the team is at work then, else the next morning on which it is. */
export function whenShown({ calendar, settings, zone }: WorkspaceContext, at: Date): Date {
  return nextWithin({ calendar, from: settings.promptsAt, zone }, at);
}
