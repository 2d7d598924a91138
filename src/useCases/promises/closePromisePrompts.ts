import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { PromptKind } from '../prompts/promptKinds.ts';

/** Ends the open prompts about a promise that have lost their object, and says why. */
export async function closePromisePrompts(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    promiseId: string;
    kinds: readonly PromptKind[];
    outcome: string;
    now: Date;
  },
): Promise<void> {
  const { workspace, promiseId, kinds, outcome, now } = options;
  const open = await tx.prisma.prompt.findMany({
    where: {
      workspaceId: workspace.id,
      state: 'open',
      kind: { in: [...kinds] },
      details: { path: ['promiseId'], equals: promiseId },
    },
    orderBy: { id: 'asc' },
  });
  for (const { id } of open)
    await closePrompt(tx, { workspace, promptId: id, state: 'overtaken', outcome, now });
}
