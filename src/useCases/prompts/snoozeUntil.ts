import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whenAsked } from './memberHours.ts';
import { answerTime } from './openPrompt.ts';
import { updatePromptMessage } from './postPrompt.ts';
import { refreshMorningList } from './refreshMorningList.ts';

/**
 * Puts an open prompt off until an instant, at which it comes back by itself with a new time limit. It moves the prompt,
 * never the debtor's clock. It comes within the member's own hours. Returns false when it is no longer open.
 */
export async function snoozeUntil(
  tx: Tx,
  options: { workspace: WorkspaceContext; promptId: string; until: Date; byMember: boolean; now: Date },
): Promise<boolean> {
  const { workspace, promptId, byMember, now } = options;
  const prompt = await tx.prisma.prompt.findFirst({
    where: { id: promptId, workspaceId: workspace.id, state: 'open' },
  });
  if (!prompt) return false;
  const member = (await lockMembers(tx, workspace.id, [prompt.memberId])).get(prompt.memberId);
  const memberZone = member?.zone ?? workspace.zone;
  const until = prompt.kind === 'call_back' ? options.until : whenAsked(workspace, memberZone, options.until);
  await tx.prisma.prompt.update({
    where: { id: promptId },
    data: {
      snoozedUntil: until,
      answerBy: answerTime(workspace, until),
      ...(byMember ? { snoozes: { increment: 1 } } : {}),
    },
  });
  await updatePromptMessage(tx, { workspace, promptId, now });
  await refreshMorningList(tx, { workspace, member, now });
  return true;
}
