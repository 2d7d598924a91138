import { usableUntil } from '../../core/approvalDays.ts';
import { approversNeeded } from '../../core/approversNeeded.ts';
import { DulyError } from '../../core/DulyError.ts';
import { maySend } from '../../core/maySend.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { approvalsChannel, requirePrivateApprovals } from '../notices/approvalPlace.ts';
import { approversOf, requireEnoughApprovers } from '../notices/approversOf.ts';
import { buildHandOff } from '../notices/buildHandOff.ts';
import { claimStepPrompt } from '../notices/claimPrompt.ts';
import { loadSituation } from '../notices/loadSituation.ts';
import { openRequest } from '../notices/openRequest.ts';
import { refuseTooSoon } from '../notices/refuseTooSoon.ts';
import { storeHandOff } from '../notices/storeHandOff.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { HandOffPlan } from './HandOffPlan.ts';

/**
 * Asks a manager and finance to approve that a case is passed to an agency or to court, with what was weighed; the member who
 * fills in the plan is the asker. Submitted again, it asks nothing more. Throws DulyError with its sentence: `not_allowed`,
 * `prompt_not_found`, `not_now`, `nothing_to_send`, `too_soon`, `approvers_missing`, `no_approvals_channel`,
 * `approvals_not_private` for private individuals.
 */
export async function proposeHandOff(
  db: Db,
  proposal: {
    readonly workspace: WorkspaceContext;
    readonly promptId: string;
    readonly member: Member;
    readonly plan: HandOffPlan;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, promptId, member, plan, now } = proposal;
  requireMay(member, 'send_reminder');
  approvalsChannel(workspace);
  return db.transaction(async (tx) => {
    const prompt = await claimStepPrompt(tx, { workspace, promptId, kinds: ['hand_off'] });
    if (prompt.state !== 'open') return prompt.outcome ?? 'This was answered already.';
    const { debtorId, stepId } = prompt;
    const input = await loadSituation(tx, { workspace, debtorId, now });
    const step = input?.facts.steps.find(({ id }) => id === stepId);
    if (!input || !step) throw notNow(stepId, 'the step was withdrawn');
    const may = maySend({ input, stepId, now });
    if (may.verdict === 'gone') throw notNow(stepId, may.why);
    refuseTooSoon(input, 'hand_off');
    if (input.facts.debtor.kind === 'individual') await requirePrivateApprovals(tx, workspace);
    const built = buildHandOff({ workspace, input, step, plan, askerId: member.id });
    const approvers = approversNeeded(built.totals, workspace.settings);
    const eligible = await approversOf(tx, {
      workspaceId: workspace.id,
      policy: input.policy,
      stage: 'hand_off',
    });
    requireEnoughApprovers({ eligible, approvers, askerId: member.id, settings: workspace.settings });
    const notice = await storeHandOff(tx, { workspaceId: workspace.id, debtorId, stepId, built, now });
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
