import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';
import type { NotSent } from './NotSent.ts';

/**
 * A message beside the ladder did not go out: whoever was asked to send it is asked again, and `why` (a sentence) says what happened.
 * False where nobody was: for a statement, or the confirmation of a promise.
 */
export async function askForMessageAgain(tx: Tx, { workspace, notice, why, now }: NotSent): Promise<boolean> {
  const prompt = await tx.prisma.prompt.findFirst({
    where: {
      workspaceId: workspace.id,
      debtorId: notice.debtorId,
      kind: notice.kind,
      state: 'done',
      details: { path: ['noticeId'], equals: notice.id },
    },
  });
  if (!prompt) return false;
  const { id: promptId, memberId } = prompt;
  await lockMembers(tx, workspace.id, [memberId]);
  await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { note: why } });
  await reopenPrompt(tx, { workspace, promptId, now });
  return true;
}
