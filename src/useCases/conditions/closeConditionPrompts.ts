import type { Tx } from '../../db/client.ts';
import { closePrompt, type PromptEnd } from '../prompts/closePrompt.ts';
import { conditionKey, decidedBy } from './askToDecide.ts';

/** The key of the prompt that asks whether a condition whose time has run out is over. */
export function conditionOverKey(conditionId: string): string {
  return `condition_over:${conditionId}`;
}

/** Ends what was asked about a condition, of everybody who was asked. */
export async function closeConditionPrompts(
  tx: Tx,
  { conditionId, ...end }: Omit<PromptEnd, 'promptId'> & { readonly conditionId: string },
): Promise<void> {
  const keys = [
    ...decidedBy('bank_details').map((asks) => conditionKey(conditionId, asks)),
    conditionOverKey(conditionId),
  ];
  const open = await tx.prisma.prompt.findMany({
    where: { workspaceId: end.workspace.id, key: { in: keys }, state: 'open' },
    orderBy: { id: 'asc' },
  });
  for (const { id: promptId } of open) await closePrompt(tx, { ...end, promptId });
}
