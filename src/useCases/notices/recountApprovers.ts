import { type ApprovalNeeds, approvalNeeds } from '../../core/approvalNeeds.ts';
import type { ApprovalRules } from '../../core/approvalStanding.ts';
import { approversNeeded } from '../../core/approversNeeded.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { applyStanding } from './applyStanding.ts';
import { approvalRulesOf } from './approvalRulesOf.ts';
import { readFigures } from './NoticeFigures.ts';
import { showApproval } from './showApproval.ts';
import { shownNeeds } from './shownNeeds.ts';
import { standingOf } from './standingOf.ts';
import { tellThread } from './tellThread.ts';

/**
 * Holds a request that is open or approved against the limits, members and roles as they are now: where what was decided is not enough
 * any more it is open again, and its message says who is needed. Where one would do, a request that somebody has approved still
 * waits for the second, as long as there is one, as else it would go out by a decision of then. Answers how many it takes. The
 * caller holds the debtor's lock.
 */
export async function recountApprovers(
  tx: Tx,
  options: { readonly workspace: WorkspaceContext; readonly approval: Approval; readonly now: Date },
): Promise<number> {
  const { workspace, approval, now } = options;
  const { id: approvalId, noticeId, state } = approval;
  if (state !== 'open' && state !== 'approved') return approval.approvers;
  const before = await approvalRulesOf(tx, options);
  const by = await approvedBy(tx, approval);
  const approvers = keptNumber(await needed(tx, workspace, noticeId), approvalNeeds(by, before), before);
  const rules = { ...before, approvers };
  const standing = await standingOf(tx, { workspace, approval, rules, now });
  if (standing.state !== 'open' && standing.state !== 'approved') return approvers;
  const isNewNumber = approvers !== approval.approvers;
  const isReopened = standing.state === 'open' && state === 'approved';
  const shown = shownNeeds(approvalNeeds(by, rules), approvers);
  if (!isNewNumber && standing.state === state && approval.shownNeeds === shown) return approvers;
  if (isNewNumber) await tx.prisma.approval.update({ where: { id: approvalId }, data: { approvers } });
  if (standing.state === state) await showApproval(tx, { workspace, approvalId, now });
  else await applyStanding(tx, { workspace, approvalId, now });
  if (!isNewNumber && !isReopened) return approvers;
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'approvers_recounted',
    subjectKind: 'approval',
    subjectId: approvalId,
    before: { state, approvers: approval.approvers },
    after: { state: standing.state, approvers, approvedBy: standing.approvedBy },
    why: isNewNumber
      ? 'the limit above which two have to approve was changed'
      : 'who may approve, or confirm alone, was changed',
  });
  // what was confirmed twice, or by two, stands however many are needed
  if (standing.state === 'approved') return approvers;
  const text = isNewNumber
    ? `The limit was changed: ${approvers === 1 ? 'one approver is enough' : 'two approvers are needed'} now.`
    : 'Who may approve has changed, so that what was decided is not enough any more: the request is open again, and says who is needed.';
  const what = `approvers:${noticeId}:${now.toISOString()}`;
  await tellThread(tx, { workspace, approvalId, what, text, now });
  return approvers;
}

function keptNumber(limit: 1 | 2, needs: ApprovalNeeds, { approvers }: ApprovalRules): number {
  return limit < approvers && needs.approvedBy.length > 0 && needs.canBeMet ? approvers : limit;
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

async function approvedBy(tx: Tx, { id, hash }: Approval): Promise<string[]> {
  const where = { approvalId: id, decision: 'approve', hash, takenBackAt: null };
  const standing = await tx.prisma.approvalDecision.findMany({ where, orderBy: { at: 'asc' } });
  return standing.map(({ memberId }) => memberId);
}
