import { usableUntil } from '../../core/approvalDays.ts';
import { approversNeeded } from '../../core/approversNeeded.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Db, Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { approvalsChannel, requirePrivateApprovals } from './approvalPlace.ts';
import { approversOf, requireEnoughApprovers } from './approversOf.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { claimStepPrompt } from './claimPrompt.ts';
import { openRequest } from './openRequest.ts';
import { postLetter } from './postLetter.ts';
import { refuseTooSoon } from './refuseTooSoon.ts';
import { storeNotice } from './storeNotice.ts';
import { withdrawGone } from './withdrawGone.ts';
import { writeForStep } from './writeForStep.ts';

export interface Proposal {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  readonly member: Pick<Member, 'id' | 'role' | 'name'>;
  readonly now: Date;
}

/**
 * Asks for approval of the notice that a prompt is about; the member who clicks is the asker. Clicked again, it asks
 * nothing more; where nothing is left to send the question ends (`withdrawGone`). Throws DulyError with its sentence: `not_allowed`, `prompt_not_found`, `not_now`, `no_recipient`, `too_soon`
 * after a refusal, `approvers_missing`, `no_approvals_channel`, `approvals_not_private` for private individuals.
 */
export async function proposeNotice(
  db: Db,
  proposal: Proposal,
): Promise<{ approvalId?: string; said: string }> {
  requireMay(proposal.member, 'send_reminder');
  approvalsChannel(proposal.workspace);
  return withdrawGone(db, proposal, () => db.transaction((tx) => propose(tx, proposal)));
}

async function propose(
  tx: Tx,
  { workspace, promptId, member, now }: Proposal,
): Promise<{ approvalId?: string; said: string }> {
  const prompt = await claimStepPrompt(tx, { workspace, promptId, kinds: ['last_call'] });
  if (prompt.state !== 'open') return { said: prompt.outcome ?? 'This was answered already.' };
  const { debtorId, stepId } = prompt;
  const today = todayOf(workspace, now);
  const usable = usableUntil(today, workspace.calendar, workspace.settings);
  const built = await writeForStep(tx, {
    workspace,
    debtorId,
    stepId,
    memberId: member.id,
    mayWait: true,
    usable,
    now,
  });
  const { stage } = built;
  if (built.data.debtorKind === 'individual') await requirePrivateApprovals(tx, workspace);
  refuseTooSoon(built.input, stage);
  const approvers = approversFor(built, workspace);
  const eligible = await approversOf(tx, { workspaceId: workspace.id, policy: built.input.policy, stage });
  requireEnoughApprovers({ eligible, approvers, askerId: member.id, settings: workspace.settings });
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId, workspaceId: workspace.id, state: 'failed' },
    data: { state: 'pending' },
  });
  const stored = { workspaceId: workspace.id, debtorId, stepId, built, now };
  const notice = await storeNotice(tx, { ...stored, state: 'requested' });
  const approvalId = await openRequest(tx, {
    workspace,
    notice,
    askerId: member.id,
    approvers,
    usable,
    now,
  });
  await postLetter(tx, { workspace, approvalId, noticeId: notice.id, built, now });
  const said = `${member.name} asked for approval; the request is in the channel for approvals.`;
  await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome: said, now });
  return { approvalId, said };
}

/** How many approvers a notice needs, by all that it lists. */
export function approversFor(built: BuiltNotice, { settings }: WorkspaceContext): 1 | 2 {
  return approversNeeded(built.rendered.totals, settings);
}
