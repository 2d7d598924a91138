import { usableUntil } from '../../core/approvalDays.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Db, Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { approvalsChannel } from './approvalPlace.ts';
import { claimStepPrompt } from './claimPrompt.ts';
import { askedBy, requestNotice } from './requestNotice.ts';
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
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId, workspaceId: workspace.id, state: 'failed' },
    data: { state: 'pending' },
  });
  const approvalId = await requestNotice(tx, { workspace, debtorId, stepId, member, built, usable, now });
  const said = askedBy(member);
  await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome: said, now });
  return { approvalId, said };
}
