import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { endApproval } from './endApproval.ts';
import { type NoticeReview, reviewNotice } from './reviewNotice.ts';
import { rewriteApproval } from './rewriteApproval.ts';

/**
 * Holds one request against the facts: void when they changed (rewritten once, then back to the owner), ended when nothing is
 * left to send. Answers what the facts say; nothing was changed for `send` and `wait`. The caller holds the debtor's lock.
 */
export async function revalidateApproval(
  tx: Tx,
  options: { workspace: WorkspaceContext; approval: Approval; now: Date },
): Promise<NoticeReview> {
  const { workspace, approval, now } = options;
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
