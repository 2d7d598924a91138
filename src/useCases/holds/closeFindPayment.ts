import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';

/** Ends the open questions where a customer's payment is. */
export async function closeFindPayment(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    state: 'done' | 'overtaken' | 'cancelled';
    outcome: string;
    now: Date;
  },
): Promise<void> {
  const { workspace, debtorId, state, outcome, now } = options;
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId, kind: 'find_payment', state: 'open' },
    orderBy: { id: 'asc' },
  });
  for (const { id: promptId } of open) await closePrompt(tx, { workspace, promptId, state, outcome, now });
}
