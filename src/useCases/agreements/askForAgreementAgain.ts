import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';
import { agreementKey } from './askForAgreement.ts';

/** Asks a manager once more to agree to promises that are open again and wait for it still, where events had overtaken the question. */
export async function askForAgreementAgain(
  tx: Tx,
  options: { workspace: WorkspaceContext; promises: readonly PromiseRow[]; now: Date },
): Promise<void> {
  const { workspace, promises, now } = options;
  const waiting = promises.filter(({ agreed }) => agreed === false);
  const keys = waiting.map(({ id, planId }) => agreementKey(planId ? { planId } : { promiseId: id }));
  const where = { workspaceId: workspace.id, key: { in: keys }, state: 'overtaken' };
  for (const { id } of await tx.prisma.prompt.findMany({ where, orderBy: { id: 'asc' } }))
    await reopenPrompt(tx, { workspace, promptId: id, now });
}
