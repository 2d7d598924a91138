import type { Tx } from '../../db/client.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { agreementKey } from './askForAgreement.ts';

interface Details {
  /** ids of the promises that ended when a manager agreed to what was to take their place */
  readonly replacedPromises?: readonly string[];
}

/** Keeps with the question which promises ended by its answer, for the undo of what it was about. The caller holds the lock of the prompt's member. */
export async function rememberReplaced(
  tx: Tx,
  prompt: { readonly workspaceId: string; readonly promptId: string; readonly replaced: readonly string[] },
): Promise<void> {
  const details: Details = { replacedPromises: prompt.replaced };
  await rememberOnPrompt(tx, { ...prompt, details: { ...details } });
}

/** The promises that ended when a manager agreed to any of these promises and plans, by their ids. */
export async function replacedOnAgreement(
  tx: Tx,
  { workspaceId, ids }: { workspaceId: string; ids: readonly string[] },
): Promise<readonly string[]> {
  const keys = ids.map((id) => agreementKey({ promiseId: id }));
  const prompts = await tx.prisma.prompt.findMany({ where: { workspaceId, key: { in: keys } } });
  return prompts.flatMap(({ details }) => (details as Details).replacedPromises ?? []);
}
