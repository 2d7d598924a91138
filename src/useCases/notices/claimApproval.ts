import { DulyError } from '../../core/DulyError.ts';
import type { Tx } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, ApprovalDecision } from '../../generated/prisma/client.ts';
import { mayStillStop } from './mayStillStop.ts';

export interface ClaimedApproval {
  readonly approval: Approval & { decisions: ApprovalDecision[] };
  /** it can still be decided on, or stopped: its notice has not gone out and is not going out at this moment */
  readonly live: boolean;
  /** why it cannot, when it cannot: sentences */
  readonly closed: string;
}

/** A request with its debtor locked, so that one at a time decides. Throws DulyError `approval_not_found` for another workspace's id. */
export async function claimApproval(
  tx: Tx,
  { workspace, approvalId }: { workspace: WorkspaceContext; approvalId: string },
): Promise<ClaimedApproval> {
  const where = { id: approvalId, workspaceId: workspace.id };
  const seen = await tx.prisma.approval.findFirst({ where, select: { debtorId: true } });
  if (seen) await lockDebtor(tx, workspace.id, seen.debtorId);
  const approval = seen && (await tx.prisma.approval.findFirst({ where, include: { decisions: true } }));
  if (!approval) {
    throw new DulyError(
      'approval_not_found',
      `no approval ${approvalId} in workspace ${workspace.id}`,
      'I do not know this request. Nothing was changed.',
    );
  }
  const notice = await tx.prisma.notice.findUniqueOrThrow({ where: { id: approval.noticeId } });
  const undecided = approval.state === 'open' || approval.state === 'approved';
  const live = undecided || (approval.state === 'used' && (await mayStillStop(tx, notice)));
  const closed =
    notice.state === 'queued'
      ? 'It is being sent right now: it cannot be stopped any more.'
      : `This request is closed. ${approval.outcome ?? ''}`.trim();
  return { approval, live, closed };
}
