import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { askForMessageAgain } from './askForMessageAgain.ts';
import { correctPrompt } from './correctPrompt.ts';
import type { NotSent } from './NotSent.ts';
import { stopApproval } from './stopApproval.ts';
import { tellNotSent } from './tellNotSent.ts';

/**
 * The check at the moment of sending said no: nothing went out, and the thread says why. The step is withdrawn, so that the
 * policy decides anew from the facts; of an approved notice the request is rewritten or ended; of a message beside the ladder whoever asked for it is told.
 */
export async function recordNotSent(tx: Tx, { workspace, notice, why, now }: NotSent): Promise<void> {
  const approval = await tx.prisma.approval.findFirst({
    where: { noticeId: notice.id, workspaceId: workspace.id },
  });
  if (approval) return stopApproval(tx, { workspace, approval, why, now });
  const outcome = `Not sent: ${why}.`;
  await tx.prisma.notice.update({ where: { id: notice.id }, data: { state: 'cancelled', outcome } });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'notice_not_sent',
    subjectKind: 'notice',
    subjectId: notice.id,
    why,
  });
  if (!notice.stepId) {
    if (await askForMessageAgain(tx, { workspace, notice, why: outcome, now })) return;
    // one of the month's end is written anew: its end says what came of it
    if ((await tx.prisma.monthEnd.count({ where: { workspaceId: workspace.id, noticeId: notice.id } })) > 0)
      return;
    await tellNotSent(tx, { workspace, notice, why, now });
    return;
  }
  const { stepId } = notice;
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId, workspaceId: workspace.id, state: 'pending' },
    data: { state: 'cancelled' },
  });
  await correctPrompt(tx, { workspace, stepId, state: 'overtaken', outcome, now });
}
