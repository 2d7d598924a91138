import type { StepToTake } from '../../core/decision.ts';
import type { Reason } from '../../core/facts.ts';
import type { Tx } from '../../db/client.ts';
import { askForAgreement } from '../agreements/askForAgreement.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { type PromptKind, taskKinds } from '../prompts/promptKinds.ts';
import { needsAgreement } from '../visits/needsAgreement.ts';
import { isPromptTime } from './nextReview.ts';
import { recordStep } from './recordStep.ts';
import type { StepTaking } from './takeStep.ts';
import { whoIsAsked } from './whoIsAsked.ts';

/**
 * Opens the tasks beside the ladder that the decision names, each with the right person, if it is the hour for it and somebody
 * has room. Returns whether none is left to open.
 */
export async function openTasks(tx: Tx, taking: StepTaking): Promise<boolean> {
  const { workspace, facts, decision, now } = taking;
  if (decision.tasks.length === 0) return true;
  if (!isPromptTime(workspace, now)) return false;
  let all = true;
  for (const task of decision.tasks) {
    const asks = needsAgreement(task, facts.debtor.kind) ? 'manager' : task.asks;
    const memberId = await whoIsAsked(tx, { workspace, debtor: facts.debtor, asks, now });
    if (memberId) await open(tx, taking, task, memberId);
    else all = false;
  }
  return all;
}

async function open(tx: Tx, taking: StepTaking, task: StepToTake, memberId: string): Promise<void> {
  const { workspace, debtorId, facts, decision, stale, now } = taking;
  const stepId = await recordStep(tx, { ...taking, step: task });
  if (stepId === undefined) return;
  if (needsAgreement(task, facts.debtor.kind)) {
    const what = 'A visit in person is due: the deadline of the final notice has passed';
    const why = ['Nobody goes without a manager’s agreement'];
    await askForAgreement(tx, { workspace, debtorId, subject: { stepId }, what, why, now });
    return;
  }
  await openPrompt(tx, {
    workspace,
    debtorId,
    stepId,
    key: `step:${stepId}`,
    kind: kindOf(task.stage),
    memberId,
    reasons: decision.reasons.filter(isAboutTasks),
    details: { stage: task.stage, mode: task.mode },
    stale,
    now,
  });
}

/** A team's own task has no questions of its own: a member says when it is done. */
function kindOf(stage: string): PromptKind {
  return taskKinds.find((kind) => kind === stage) ?? 'task';
}

/** What the ladder waits for is no reason of a task beside it. */
function isAboutTasks({ rule, outcome }: Reason): boolean {
  return outcome !== 'stop' && rule !== 'next_rung';
}
