import { stageName } from '../../core/stageName.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { askToSendAgain } from './askToSendAgain.ts';
import { correctPrompt } from './correctPrompt.ts';
import { messageNotSent } from './messageNotSent.ts';
import { recipientWords } from './NoticeFigures.ts';
import type { NotSent } from './NotSent.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';
import { tellUndelivered } from './tellUndelivered.ts';

/**
 * The mail server refused a notice for good: the step is not done, and the owner, or whoever was asked to send a message beside the ladder, is asked to mend
 * the contact and send it again. Nobody is where nothing is left to send: the clause that is returned then says why.
 */
export async function recordFailed(
  tx: Tx,
  { workspace, notice, why, occasion, now }: NotSent,
): Promise<string | undefined> {
  const said = `It could not be delivered to ${recipientWords(notice)}: ${why}.`;
  await tx.prisma.notice.update({ where: { id: notice.id }, data: { state: 'failed', outcome: said } });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'notice_failed',
    subjectKind: 'notice',
    subjectId: notice.id,
    why,
  });
  const approval = await tx.prisma.approval.findFirst({
    where: { noticeId: notice.id, workspaceId: workspace.id },
  });
  if (approval) {
    await tx.prisma.approval.update({ where: { id: approval.id }, data: { endedAt: now, outcome: said } });
    await showApproval(tx, { workspace, approvalId: approval.id, now });
    await tellThread(tx, { workspace, approvalId: approval.id, what: 'failed', text: said, now });
  }
  if (notice.kind === 'statement') {
    const mend = `${said} Correct the contact before the next one.`;
    const sentence = `${stageName(notice.kind)}: ${mend}`;
    await tellUndelivered(tx, {
      workspace,
      about: notice,
      noticeId: notice.id,
      why: sentence,
      occasion,
      now,
    });
    return undefined;
  }
  if (!notice.stepId) {
    const failure = { workspace, notice, why: said, ...(occasion && { occasion }), now };
    return messageNotSent(tx, { ...failure, cause: 'wrongContact' });
  }
  const { stepId } = notice;
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId, workspaceId: workspace.id, state: 'pending' },
    data: { state: 'failed' },
  });
  if (!approval) await correctPrompt(tx, { workspace, stepId, state: 'cancelled', outcome: said, now });
  const approved = approval !== null;
  const mend = `${stageName(notice.kind)}: ${said} Correct the contact, then ${approved ? 'ask for approval' : 'send it'} again.`;
  return askToSendAgain(tx, { workspace, notice, stepId, approved, why: mend, occasion, now });
}
