import { usableUntil } from '../../core/approvalDays.ts';
import { approversNeeded } from '../../core/approversNeeded.ts';
import { DulyError } from '../../core/DulyError.ts';
import { maySend } from '../../core/maySend.ts';
import { requireMay } from '../../core/permissions.ts';
import { stageName } from '../../core/stageName.ts';
import type { Db } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { approvalsChannel, requirePrivateApprovals } from './approvalPlace.ts';
import { approversOf, requireEnoughApprovers } from './approversOf.ts';
import { buildTask } from './buildTask.ts';
import { claimStepPrompt } from './claimPrompt.ts';
import { loadSituation } from './loadSituation.ts';
import { openRequest } from './openRequest.ts';
import { refuseTooSoon } from './refuseTooSoon.ts';
import { storeTask } from './storeTask.ts';
import { type TaskPlan, taskStage } from './TaskPlan.ts';

/**
 * Asks those whom the policy names to approve a task, a hand-off or a credit hold, with what was weighed; the member who fills in
 * the plan is the asker. Submitted again, it asks nothing more. Throws DulyError with its sentence: `not_allowed`,
 * `prompt_not_found`, `not_now`, `nothing_to_send`, `too_soon`, `approvers_missing`, `no_approvals_channel`,
 * `approvals_not_private` for private individuals.
 */
export async function proposeTask(
  db: Db,
  proposal: {
    readonly workspace: WorkspaceContext;
    readonly promptId: string;
    readonly member: Member;
    readonly plan: TaskPlan;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, promptId, member, plan, now } = proposal;
  const stage = taskStage(plan);
  requireMay(member, 'send_reminder');
  approvalsChannel(workspace);
  return db.transaction(async (tx) => {
    const prompt = await claimStepPrompt(tx, { workspace, promptId, kinds: [stage] });
    if (prompt.state !== 'open') return prompt.outcome ?? 'This was answered already.';
    const { debtorId, stepId } = prompt;
    const input = await loadSituation(tx, { workspace, debtorId, now });
    const step = input?.facts.steps.find(({ id }) => id === stepId);
    if (!input || !step) throw notNow(stepId, 'the step was withdrawn');
    if (step.stage !== stage) throw notNow(stepId, `it belongs to ${stageName(step.stage)}, not to this`);
    const may = maySend({ input, stepId, now });
    if (may.verdict === 'gone') throw notNow(stepId, may.why);
    refuseTooSoon(input, stage);
    if (input.facts.debtor.kind === 'individual') await requirePrivateApprovals(tx, workspace);
    const built = buildTask({ workspace, input, step, plan, askerId: member.id });
    const approvers = approversNeeded(built.totals, workspace.settings);
    const eligible = await approversOf(tx, { workspaceId: workspace.id, policy: input.policy, stage });
    requireEnoughApprovers({ eligible, approvers, askerId: member.id, settings: workspace.settings });
    const notice = await storeTask(tx, { workspaceId: workspace.id, debtorId, stepId, built, now });
    const usable = usableUntil(todayOf(workspace, now), workspace.calendar, workspace.settings);
    await openRequest(tx, { workspace, notice, askerId: member.id, approvers, usable, now });
    const said = `${member.name} asked for approval; the request is in the channel for approvals.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome: said, now });
    return said;
  });
}

function notNow(stepId: string, why: string): DulyError {
  const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  return new DulyError('not_now', `step ${stepId}: ${why}`, `Nothing was asked. ${sentence}.`);
}
