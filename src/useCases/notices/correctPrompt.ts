import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { updatePromptMessage } from '../prompts/postPrompt.ts';
import { refreshMorningList } from '../prompts/refreshMorningList.ts';

/** Says on a step's last answered prompt, and on its member's list, that what was answered came to another end. */
export async function correctPrompt(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    stepId: string;
    state: 'done' | 'overtaken' | 'cancelled';
    outcome: string;
    now: Date;
  },
): Promise<void> {
  const { workspace, stepId, state, outcome, now } = options;
  const prompt = await tx.prisma.prompt.findFirst({
    where: { workspaceId: workspace.id, stepId, state: { not: 'open' } },
    orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
  });
  if (!prompt) return;
  const member = (await lockMembers(tx, workspace.id, [prompt.memberId])).get(prompt.memberId);
  await tx.prisma.prompt.update({ where: { id: prompt.id }, data: { state, outcome } });
  await updatePromptMessage(tx, { workspace, promptId: prompt.id, now });
  await refreshMorningList(tx, { workspace, member, now });
}
