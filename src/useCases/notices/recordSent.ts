import { dateOfDay } from '../../core/day.ts';
import { isCounted } from '../../core/messageKinds.ts';
import { newId } from '../../core/newId.ts';
import { rungIndex } from '../../core/policy.ts';
import { endApprovalOfNotice } from '../../db/approvalOfNotice.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { policyOfStep } from '../../db/policies.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { askToPost } from './askToPost.ts';
import { readFigures, readRecipients, recipientWords } from './NoticeFigures.ts';
import { noticeAccounts } from './noticeAccounts.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/**
 * A notice went out: its step is done, its deadline stands, spacing counts it, its request says so. One that goes by post too is
 * done once somebody has recorded posting it. The caller holds the debtor's lock.
 */
export async function recordSent(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    notice: Notice;
    messageId?: string | undefined;
    /** who says so, where the mail server did not */
    by?: string;
    now: Date;
  },
): Promise<void> {
  const { workspace, notice, messageId, by, now } = options;
  const outcome = `Sent to ${recipientWords(notice)}.`;
  const { count } = await tx.prisma.notice.updateMany({
    where: { id: notice.id, workspaceId: workspace.id, state: { not: 'sent' } },
    data: { state: 'sent', sentAt: now, messageId: messageId ?? null, outcome },
  });
  if (count === 0) return;
  const isPosted = await goesByPost(tx, options);
  if (notice.stepId) {
    await tx.prisma.stageStep.updateMany({
      where: {
        id: notice.stepId,
        workspaceId: workspace.id,
        state: { in: ['pending', 'failed', 'cancelled'] },
      },
      data: isPosted
        ? { state: 'pending' }
        : { state: 'done', doneOn: dateOfDay(todayOf(workspace, now)), deadlineOn: notice.deadlineOn },
    });
  }
  await closeQuestions(tx, options, outcome);
  if (isPosted) await askToPost(tx, { workspace, notice, now });
  await tx.prisma.activity.createMany({
    data: noticeAccounts(notice).map((debtorId) => ({
      id: newId(),
      workspaceId: workspace.id,
      debtorId,
      contactId: readRecipients(notice)[0]?.contactId ?? null,
      memberId: readFigures(notice).signerId,
      stepId: notice.stepId,
      noticeId: notice.id,
      kind: 'email',
      outcome: 'sent',
      counted: isCounted(notice.kind),
      at: now,
      notes: notice.subject,
      key: debtorId === notice.debtorId ? `notice:${notice.id}` : `notice:${notice.id}:${debtorId}`,
      recordedAt: now,
    })),
    skipDuplicates: true,
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: by ?? 'duly',
    action: 'notice_sent',
    subjectKind: 'notice',
    subjectId: notice.id,
    after: { kind: notice.kind, stepId: notice.stepId, hash: notice.hash },
  });
  const about = { workspaceId: workspace.id, noticeId: notice.id };
  const approvalId = await endApprovalOfNotice(tx, { ...about, outcome, now });
  if (approvalId === undefined) return;
  await showApproval(tx, { workspace, approvalId, now });
  await tellThread(tx, { workspace, approvalId, what: 'sent', text: outcome, now });
}

/** Whether the letter of that stage goes by registered post too. */
async function goesByPost(
  tx: Tx,
  { workspace, notice }: { workspace: WorkspaceContext; notice: Notice },
): Promise<boolean> {
  if (!notice.stepId) return false;
  const { policy } = await policyOfStep(tx, workspace.id, notice.stepId);
  return policy.rungs[rungIndex(policy, notice.kind)]?.posted ?? false;
}

/** Nobody is asked any more to send what went out. */
async function closeQuestions(
  tx: Tx,
  { workspace, notice, by, now }: { workspace: WorkspaceContext; notice: Notice; by?: string; now: Date },
  outcome: string,
): Promise<void> {
  if (!notice.stepId) return;
  const open = await tx.prisma.prompt.findMany({
    where: {
      workspaceId: workspace.id,
      stepId: notice.stepId,
      kind: { in: ['last_call', 'notice'] },
      state: 'open',
    },
    orderBy: { memberId: 'asc' },
    select: { id: true },
  });
  for (const { id: promptId } of open) {
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', ...(by && { by }), outcome, now });
  }
}
