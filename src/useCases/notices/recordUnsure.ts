import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import { stageName } from '../../core/stageName.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { askAgain } from './askAgain.ts';
import { recipientWords } from './NoticeFigures.ts';
import type { NotSent } from './NotSent.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/** Nobody knows whether a notice went out: a manager is asked, and nothing more is sent meanwhile. A letter is never mailed twice. */
export async function recordUnsure(tx: Tx, { workspace, notice, why, now }: NotSent): Promise<void> {
  const said = `It is not known whether it reached ${recipientWords(notice)}: ${why}.`;
  await tx.prisma.notice.update({ where: { id: notice.id }, data: { state: 'unsure', outcome: said } });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'notice_unsure',
    subjectKind: 'notice',
    subjectId: notice.id,
    why,
  });
  const approval = await tx.prisma.approval.findFirst({
    where: { noticeId: notice.id, workspaceId: workspace.id },
  });
  if (approval) {
    await tx.prisma.approval.update({ where: { id: approval.id }, data: { outcome: said } });
    await showApproval(tx, { workspace, approvalId: approval.id, now });
    await tellThread(tx, { workspace, approvalId: approval.id, what: 'unsure', text: said, now });
  }
  // who wants no contact is not asked either
  const look = isCeaseNotice(notice.kind) ? LOG : `${LOG} or ask the customer`;
  await askAgain(tx, {
    workspace,
    debtorId: notice.debtorId,
    noticeId: notice.id,
    stage: notice.kind,
    ...(notice.stepId && { stepId: notice.stepId }),
    kind: 'unsure_mail',
    asks: 'manager',
    why: `${stageName(notice.kind)}: ${said} ${look}, then say whether it was sent.`,
    now,
  });
}

const LOG = "Look in the mail server's log";
