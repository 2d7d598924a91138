import { stageName } from '../../core/stageName.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { askForMessageAgain } from './askForMessageAgain.ts';
import { askToSendAgain } from './askToSendAgain.ts';
import { correctPrompt } from './correctPrompt.ts';
import { recipientWords } from './NoticeFigures.ts';
import type { NotSent } from './NotSent.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';
import { tellUndelivered } from './tellUndelivered.ts';

/** The mail server refused a notice for good: the step is not done, and the owner is asked to mend the contact and send it again, unless nothing is left to send. */
export async function recordFailed(tx: Tx, { workspace, notice, why, now }: NotSent): Promise<void> {
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
    return tellUndelivered(tx, { workspace, notice, why: mend, now });
  }
  if (!notice.stepId) {
    const mend = `${said} Correct the contact, then send it again.`;
    return askForMessageAgain(tx, { workspace, notice, why: mend, now });
  }
  const { stepId } = notice;
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId, workspaceId: workspace.id, state: 'pending' },
    data: { state: 'failed' },
  });
  if (!approval) await correctPrompt(tx, { workspace, stepId, state: 'cancelled', outcome: said, now });
  const approved = approval !== null;
  const mend = `${stageName(notice.kind)}: ${said} Correct the contact, then ${approved ? 'ask for approval' : 'send it'} again.`;
  await askToSendAgain(tx, { workspace, notice, stepId, approved, why: mend, now });
}
