import { type ApprovalStanding, approvalStanding } from '../../core/approvalStanding.ts';
import { dayOfDate } from '../../core/day.ts';
import { timeIn } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { approversOf } from './approversOf.ts';
import { endApproval } from './endApproval.ts';
import { loadSituation } from './loadSituation.ts';
import { takesEffect } from './NoticeFigures.ts';
import { showApproval } from './showApproval.ts';
import { EXPIRED } from './stopApproval.ts';
import { tellThread } from './tellThread.ts';

/**
 * Works out how a request stands after all that was decided and taken back, and makes it so. Doing it again changes nothing.
 * The caller holds the debtor's lock.
 */
export async function applyStanding(
  tx: Tx,
  options: { workspace: WorkspaceContext; approvalId: string; now: Date },
): Promise<ApprovalStanding> {
  const { workspace, approvalId, now } = options;
  const approval = await tx.prisma.approval.findFirstOrThrow({
    where: { id: approvalId, workspaceId: workspace.id },
  });
  const standing = await standingOf(tx, { workspace, approval, now });
  switch (standing.state) {
    case 'open':
      if (approval.state === 'approved') {
        await tx.prisma.approval.update({
          where: { id: approvalId },
          data: { state: 'open', graceUntil: null },
        });
      }
      await showApproval(tx, { workspace, approvalId, now });
      break;
    case 'approved':
      if (approval.state === 'open') await approve(tx, { workspace, approval, now }, standing.graceUntil);
      break;
    case 'declined':
    case 'cancelled': {
      const member = await tx.prisma.member.findUniqueOrThrow({ where: { id: standing.by } });
      const how = standing.state === 'declined' ? 'Declined' : 'Stopped in time';
      const outcome = `${how} by ${member.name}: nothing is sent.`;
      await endApproval(tx, { workspace, approval, end: standing.state, outcome, by: standing.by, now });
      break;
    }
    case 'expired':
      await endApproval(tx, { workspace, approval, end: 'expired', outcome: EXPIRED, now });
  }
  return standing;
}

async function approve(
  tx: Tx,
  { workspace, approval, now }: { workspace: WorkspaceContext; approval: Approval; now: Date },
  graceUntil: Date,
): Promise<void> {
  const { id: approvalId, noticeId } = approval;
  await tx.prisma.approval.update({ where: { id: approvalId }, data: { state: 'approved', graceUntil } });
  const notice = await tx.prisma.notice.update({ where: { id: noticeId }, data: { state: 'approved' } });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'approval_complete',
    subjectKind: 'approval',
    subjectId: approvalId,
    after: { hash: approval.hash, graceUntil: graceUntil.toISOString() },
  });
  await showApproval(tx, { workspace, approvalId, now });
  const until = timeIn(workspace.zone, graceUntil);
  const text = `Approved. It ${takesEffect(notice)} at ${until} (${workspace.zone}); until then taking a ✅ back, or a ❌, stops it.`;
  await tellThread(tx, { workspace, approvalId, what: `approved:${approval.noticeId}`, text, now });
}

async function standingOf(
  tx: Tx,
  { workspace, approval, now }: { workspace: WorkspaceContext; approval: Approval; now: Date },
): Promise<ApprovalStanding> {
  const workspaceId = workspace.id;
  const decisions = await tx.prisma.approvalDecision.findMany({
    where: { approvalId: approval.id, workspaceId },
  });
  const members = await tx.prisma.member.findMany({
    where: { workspaceId, id: { in: decisions.map(({ memberId }) => memberId) } },
  });
  const notice = await tx.prisma.notice.findFirstOrThrow({ where: { id: approval.noticeId, workspaceId } });
  const input = await loadSituation(tx, { workspace, debtorId: approval.debtorId, now });
  const eligible =
    input && (await approversOf(tx, { workspaceId, policy: input.policy, stage: notice.kind }));
  return approvalStanding(
    decisions.map((d) => ({
      memberId: d.memberId,
      role: members.find(({ id }) => id === d.memberId)?.role ?? '',
      decision: d.decision === 'approve' ? 'approve' : 'decline',
      hash: d.hash,
      at: d.at,
      takenBackAt: d.takenBackAt ?? undefined,
      selfApproved: d.selfApproved,
    })),
    {
      hash: approval.hash,
      approvers: approval.approvers,
      roles: eligible?.roles ?? [],
      graceMinutes: workspace.settings.graceMinutes,
      usableUntil: dayOfDate(approval.usableUntil),
      sentAt: notice.sentAt ?? undefined,
    },
    { at: now, today: todayOf(workspace, now) },
  );
}
