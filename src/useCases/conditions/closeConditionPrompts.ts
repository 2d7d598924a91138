import type { Tx } from '../../db/client.ts';
import { closePrompt, type PromptEnd } from '../prompts/closePrompt.ts';
import { conditionKey, decidedBy } from './askToDecide.ts';

/** Ends what was asked about a condition, of everybody who was asked. */
export async function closeConditionPrompts(
  tx: Tx,
  { conditionId, ...end }: Omit<PromptEnd, 'promptId'> & { readonly conditionId: string },
): Promise<void> {
  const keys = decidedBy('bank_details').map((asks) => conditionKey(conditionId, asks));
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId: end.workspace.id, key: { in: keys }, state: 'open' },
    orderBy: { id: 'asc' },
  });
  for (const { id: promptId } of open) await closePrompt(tx, { ...end, promptId });
}
