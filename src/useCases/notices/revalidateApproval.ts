import type { Tx } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { mayStandInApprovals, NOT_PRIVATE } from './approvalPlace.ts';
import { endApproval } from './endApproval.ts';
import { type NoticeReview, reviewNotice } from './reviewNotice.ts';
import { rewriteApproval } from './rewriteApproval.ts';

/**
 * Holds one request against the facts: void when they changed (rewritten once, then back to the owner) or when it may not stand where
 * others read along any more, ended when nothing is left to send. Answers what the facts say; nothing was changed for `send` and `wait`. The caller holds the debtor's lock.
 */
export async function revalidateApproval(
  tx: Tx,
  options: { workspace: WorkspaceContext; approval: Approval; now: Date },
): Promise<NoticeReview> {
  const { workspace, approval, now } = options;
  const { kind } = await debtorOf(tx, workspace.id, approval.debtorId);
  if (!(await mayStandInApprovals(tx, workspace, { kind, approvalId: approval.id }))) {
    const outcome = `${NOT_PRIVATE} Nothing is sent.`;
    await endApproval(tx, { workspace, approval, end: 'void', outcome, now });
    return { verdict: 'gone', rule: 'approvals_not_private', why: 'it is about a private individual' };
  }
  const notice = await tx.prisma.notice.findFirstOrThrow({
    where: { id: approval.noticeId, workspaceId: workspace.id },
  });
  const review = await reviewNotice(tx, { workspace, notice, now });
  if (review.verdict === 'gone') {
    const outcome = `${review.why.charAt(0).toUpperCase()}${review.why.slice(1)}: nothing is sent.`;
    await endApproval(tx, { workspace, approval, end: 'needless', outcome, now });
  } else if (review.verdict === 'changed') {
    await rewriteApproval(tx, { workspace, approval, notice, why: review.why, now });
  }
  return review;
}
