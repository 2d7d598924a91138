import { dateOfDay } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { stageOf } from '../../core/policy.ts';
import { stepDoneOn } from '../../core/stepDone.ts';
import type { Tx } from '../../db/client.ts';
import { policyOf } from '../../db/policies.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { Review } from './reviewDebtor.ts';

/**
 * Records contact steps as done once there was a conversation, a written reply, or attempts enough, and ends their prompts.
 * Returns whether anything changed.
 */
export async function settleContactSteps(tx: Tx, review: Review & { facts: DebtorFacts }): Promise<boolean> {
  const { workspace, facts, stale, now } = review;
  const pending = facts.steps.filter((step) => step.state === 'pending');
  if (pending.length === 0) return false;
  const { policy } = await policyOf(tx, workspace, facts);
  let changed = false;
  for (const step of pending) {
    if (stageOf(policy, step.stage)?.kind !== 'contact') continue;
    const doneOn = stepDoneOn(step, 'contact', facts, workspace.calendar);
    if (doneOn === undefined) continue;
    const { count } = await tx.prisma.stageStep.updateMany({
      where: { id: step.id, workspaceId: workspace.id, state: 'pending' },
      data: { state: 'done', doneOn: dateOfDay(doneOn) },
    });
    if (count === 0) continue;
    changed = true;
    for (const prompt of facts.prompts.filter((p) => p.stepId === step.id)) {
      await closePrompt(tx, {
        workspace,
        promptId: prompt.id,
        state: 'done',
        outcome: 'The contact is on record.',
        stale,
        now,
      });
    }
  }
  return changed;
}
