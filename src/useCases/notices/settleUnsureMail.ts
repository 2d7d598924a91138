import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { noteStatement } from '../monthEnds/noteStatement.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { askToSendAgain } from './askToSendAgain.ts';
import { claimPrompt } from './claimPrompt.ts';
import { messageNotSent } from './messageNotSent.ts';
import { noticeAccounts } from './noticeAccounts.ts';
import { recordSent } from './recordSent.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/**
 * A manager says whether a notice whose sending nobody knew about went out. Sent: the step is done. Not sent: whoever was asked for it, else the
 * owner, may send it, or ask for its approval, again, unless nothing is left to send. Throws DulyError `not_allowed`, `prompt_not_found`.
 */
export async function settleUnsureMail(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    promptId: string;
    member: Pick<Member, 'id' | 'role' | 'name'>;
    sent: boolean;
    now: Date;
  },
): Promise<string> {
  const { workspace, promptId, member, sent, now } = options;
  requireMay(member, 'approve_notice');
  return db.transaction(async (tx) => {
    const prompt = await claimPrompt(tx, { workspace, promptId, kinds: ['unsure_mail'] });
    if (prompt.state !== 'open') return prompt.outcome ?? 'This was answered already.';
    const { noticeId = '' } = prompt.details as { noticeId?: string };
    const notice = await tx.prisma.notice.findFirst({
      where: { workspaceId: workspace.id, id: noticeId, state: 'unsure' },
    });
    if (!notice)
      throw new DulyError('notice_not_found', `notice ${noticeId}`, 'There is nothing left to say about it.');
    const outcome = `${member.name} says that it was ${sent ? '' : 'not '}sent.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    if (sent) await recordSent(tx, { workspace, notice, by: member.id, now });
    else {
      await tx.prisma.notice.update({ where: { id: notice.id }, data: { state: 'failed', outcome } });
      const approval = await tx.prisma.approval.findFirst({
        where: { noticeId: notice.id, workspaceId: workspace.id },
      });
      if (approval) {
        const approvalId = approval.id;
        await tx.prisma.approval.update({ where: { id: approvalId }, data: { endedAt: now, outcome } });
        await showApproval(tx, { workspace, approvalId, now });
        await tellThread(tx, { workspace, approvalId, what: 'not_sent', text: outcome, now });
      }
      if (!prompt.stepId)
        await messageNotSent(tx, { workspace, notice, why: outcome, cause: 'neverSent', now });
      else {
        const approved = approval !== null;
        await askToSendAgain(tx, { workspace, notice, stepId: prompt.stepId, approved, why: outcome, now });
      }
    }
    if (notice.kind === 'statement') await noteStatement(tx, { notice, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'unsure_mail_settled',
      subjectKind: 'notice',
      subjectId: notice.id,
      after: { sent },
    });
    for (const account of noticeAccounts(notice)) await reviewSoon(tx, workspace.id, account, now);
    return outcome;
  });
}
