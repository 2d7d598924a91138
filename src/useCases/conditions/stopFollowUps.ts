import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { callKinds } from '../prompts/promptKinds.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';

/** Nobody is asked to call any more; what belongs to a step of the ladder is withdrawn with it by the review. */
export async function stopFollowUps(
  tx: Tx,
  {
    workspace,
    debtorId,
    stoppedBy = null,
    now,
  }: {
    workspace: WorkspaceContext;
    debtorId: string;
    /** id of the entry that recorded the stop, or of the hand-off: at its end these are asked again; absent: never */
    stoppedBy?: string | null | undefined;
    now: Date;
  },
  outcome: string,
): Promise<void> {
  const asked = await tx.prisma.prompt.findMany({
    where: {
      ...{ workspaceId: workspace.id, debtorId, state: 'open', stepId: null },
      kind: { in: [...callKinds] },
    },
    orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
  });
  for (const { id: promptId } of asked) {
    await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { stoppedBy } });
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
  }
}
