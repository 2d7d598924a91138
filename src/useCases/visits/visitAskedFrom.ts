import type { Day } from '../../core/day.ts';
import { visitsFrom } from '../../core/visitsFrom.ts';
import type { Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { policyOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';

/**
 * The first day whose visit is the one that a prompt asks for; undefined where its step is about nothing that is owed any more. The caller
 * holds the debtor's lock.
 */
export async function visitAskedFrom(
  tx: Tx,
  { workspace, prompt, now }: { workspace: WorkspaceContext; prompt: Prompt; now: Date },
): Promise<Day | undefined> {
  const { debtorId, stepId } = prompt;
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  const step = facts?.steps.find(({ id }) => id === stepId);
  if (!facts || !step) return undefined;
  const { policy } = await policyOf(tx, workspace, facts);
  return visitsFrom(step, { facts, policy, calendar: workspace.calendar });
}
