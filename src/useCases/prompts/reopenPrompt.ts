import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { answerTime } from './openPrompt.ts';
import { updatePromptMessage } from './postPrompt.ts';
import { refreshMorningList } from './refreshMorningList.ts';

/** Asks a prompt again whose answer was taken back, with a new time limit. */
export async function reopenPrompt(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    promptId: string;
    /** what was put off stays so until its time */
    staysPutOff?: boolean;
    now: Date;
  },
): Promise<void> {
  const { workspace, promptId, staysPutOff = false, now } = options;
  const prompt = await tx.prisma.prompt.findFirstOrThrow({
    where: { id: promptId, workspaceId: workspace.id },
  });
  const { snoozedUntil } = prompt;
  // one whose time passed meanwhile is listed at the next beat
  const until = staysPutOff ? (snoozedUntil ?? undefined) : undefined;
  const member = (await lockMembers(tx, workspace.id, [prompt.memberId])).get(prompt.memberId);
  await tx.prisma.prompt.update({
    where: { id: promptId },
    data: {
      state: 'open',
      closedAt: null,
      closedBy: null,
      outcome: null,
      snoozedUntil: until ?? null,
      answerBy: answerTime(workspace, until && until > now ? until : now),
    },
  });
  tx.members?.forget();
  await updatePromptMessage(tx, { workspace, promptId, now });
  await refreshMorningList(tx, { workspace, member, now });
}
