import { answeredByWriting } from '../../core/answeredByWriting.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { stageOf } from '../../core/policy.ts';
import { contactNeeds } from '../../core/stepDone.ts';
import type { Queries } from '../../db/client.ts';
import { policyOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { mayCallToday } from '../limits/mayCallToday.ts';

/** What finishes a prompt, by the same rules that do: a contact step's attempts, or a message where the call is forbidden today. */
export async function stillNeeded(
  tx: Queries,
  about: { workspace: WorkspaceContext; prompt: Prompt; facts: DebtorFacts; now: Date },
): Promise<string | undefined> {
  const { workspace, prompt, facts } = about;
  if (answeredByWriting(prompt.kind, true)) return undefined;
  if (answeredByWriting(prompt.kind, false) && !mayCallToday(about))
    return 'a message of yours: the contact rules leave no room for the call today';
  const step = facts.steps.find(({ id }) => id === prompt.stepId);
  if (step?.state !== 'pending') return undefined;
  const { policy } = await policyOf(tx, workspace, facts);
  if (stageOf(policy, step.stage)?.kind !== 'contact') return undefined;
  return contactNeeds(step.takenOn, facts, workspace.calendar);
}
