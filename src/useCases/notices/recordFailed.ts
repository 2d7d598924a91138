import { mayWrite } from '../../core/mayWrite.ts';
import { isMessage } from '../../core/messageKinds.ts';
import { stageName } from '../../core/stageName.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { askForMessageAgain } from './askForMessageAgain.ts';
import { askToSendAgain } from './askToSendAgain.ts';
import { correctPrompt } from './correctPrompt.ts';
import { loadSituation } from './loadSituation.ts';
import { readFigures, recipientWords } from './NoticeFigures.ts';
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
  if (!notice.stepId)
    return messageFailed(tx, { workspace, notice, why: said, ...(occasion && { occasion }), now });
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

/** Whoever was asked to send a message is asked again; of one that nobody was asked for the owner is told, unless nothing of it stands. */
async function messageFailed(
  tx: Tx,
  { workspace, notice, why: said, occasion, now }: NotSent,
): Promise<string | undefined> {
  const mend = `${said} Correct the contact, then send it again.`;
  if (await askForMessageAgain(tx, { workspace, notice, why: mend, now })) return undefined;
  const { id: noticeId, debtorId, kind } = notice;
  const { promiseId } = readFigures(notice);
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const may = input && isMessage(kind) ? mayWrite({ input, kind, promiseId, now }) : undefined;
  const isTooLate = may?.verdict === 'gone' && may.rule === 'too_late';
  if (may?.verdict === 'gone' && !isTooLate) return may.why;
  const how = isTooLate
    ? 'Correct the contact, and write to them yourself: it is too late for another one from here'
    : 'Correct the contact, then send it again from the account';
  const why = `${stageName(kind)}: ${said} ${how}.`;
  await tellUndelivered(tx, { workspace, about: notice, noticeId, promiseId, why, occasion, now });
  return undefined;
}
