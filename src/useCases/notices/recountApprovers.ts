import { approversNeeded } from '../../core/approversNeeded.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { applyStanding } from './applyStanding.ts';
import { readFigures } from './NoticeFigures.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/**
 * Holds how many have to approve a request that is open or approved against the limits as they are set now: where two are needed
 * that one had approved it is open again. Where one would do, a request that somebody has approved still waits for the second, as
 * else it would go out by a decision of then and without time to stop it. Answers how many it takes. The caller holds the
 * debtor's lock.
 */
export async function recountApprovers(
  tx: Tx,
  options: {
    readonly workspace: WorkspaceContext;
    readonly approval: Pick<Approval, 'id' | 'noticeId' | 'state' | 'approvers' | 'hash'>;
    readonly now: Date;
  },
): Promise<number> {
  const { workspace, approval, now } = options;
  const { id: approvalId, noticeId } = approval;
  if (approval.state !== 'open' && approval.state !== 'approved') return approval.approvers;
  const approvers = await needed(tx, workspace, noticeId);
  if (approvers === approval.approvers) return approvers;
  if (approvers < approval.approvers && (await isApprovedBySomebody(tx, approval))) return approval.approvers;
  await tx.prisma.approval.update({ where: { id: approvalId }, data: { approvers } });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'approvers_recounted',
    subjectKind: 'approval',
    subjectId: approvalId,
    before: { state: approval.state, approvers: approval.approvers },
    after: { approvers },
    why: 'the limit above which two have to approve was changed',
  });
  if (approval.state === 'open') await showApproval(tx, { workspace, approvalId, now });
  // what the only manager confirmed twice stands, however many are needed
  else if ((await applyStanding(tx, { workspace, approvalId, now })).state !== 'open') return approvers;
  const text = `The limit was changed: ${approvers === 1 ? 'one approver is enough' : 'two approvers are needed'} now.`;
  const what = `approvers:${noticeId}:${now.toISOString()}`;
  await tellThread(tx, { workspace, approvalId, what, text, now });
  return approvers;
}

async function needed(tx: Tx, workspace: WorkspaceContext, noticeId: string): Promise<1 | 2> {
  const notice = await tx.prisma.notice.findFirstOrThrow({
    where: { id: noticeId, workspaceId: workspace.id },
    select: { figures: true },
  });
  const totals = readFigures(notice).totals.map(({ currency, amount }) => ({
    currency,
    amount: BigInt(amount),
  }));
  return approversNeeded(totals, workspace.settings);
}

async function isApprovedBySomebody(tx: Tx, { id, hash }: Pick<Approval, 'id' | 'hash'>): Promise<boolean> {
  const where = { approvalId: id, decision: 'approve', hash, takenBackAt: null };
  return (await tx.prisma.approvalDecision.count({ where })) > 0;
}
