import type { DebtorFacts } from '../../core/facts.ts';
import { nothingToChase } from '../../core/nothingToChase.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { closePrompt } from '../prompts/closePrompt.ts';

/** Ends the calls about promises of whose invoices nothing is to be collected any more, whatever else is open, and says why. */
export async function closeNeedlessCalls(
  tx: Tx,
  { workspace, facts, stale, now }: Review & { readonly facts: DebtorFacts },
): Promise<void> {
  const ids = facts.prompts.filter(({ kind }) => kind === 'broken_promise').map(({ id }) => id);
  if (ids.length === 0) return;
  const asked = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, id: { in: ids }, state: 'open' },
    orderBy: { id: 'asc' },
  });
  for (const prompt of asked) {
    const { promiseId } = prompt.details as { readonly promiseId?: string };
    const promise = facts.promises.find(({ id }) => id === promiseId);
    const { settings } = workspace;
    const outcome = promise && nothingToChase(promise, facts, { today: todayOf(workspace, now), settings });
    if (outcome)
      await closePrompt(tx, {
        ...{ workspace, promptId: prompt.id, prompt, state: 'overtaken', outcome, stale, now },
      });
  }
}
