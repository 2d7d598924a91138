import type { ApprovalStanding } from '../../core/approvalStanding.ts';
import { timeIn } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { approvalRulesOf } from './approvalRulesOf.ts';
import { endApproval } from './endApproval.ts';
import { takesEffect } from './NoticeFigures.ts';
import { showApproval } from './showApproval.ts';
import { standingOf } from './standingOf.ts';
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
  const rules = await approvalRulesOf(tx, { workspace, approval, now });
  const standing = await standingOf(tx, { workspace, approval, rules, now });
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
      if (approval.state === 'open') await approve(tx, { workspace, approval, now });
      else await extendGrace(tx, { workspace, approval, now }, standing.graceUntil);
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

interface Judged {
  readonly workspace: WorkspaceContext;
  readonly approval: Approval;
  readonly now: Date;
}

/** The time to stop it begins now, also where the last decision is older: who decided before may be allowed to only since now. */
async function approve(tx: Tx, { workspace, approval, now }: Judged): Promise<void> {
  const { id: approvalId, noticeId } = approval;
  const graceUntil = new Date(now.getTime() + workspace.settings.graceMinutes * 60_000);
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
  const what = `approved:${noticeId}:${graceUntil.toISOString()}`;
  await tellThread(tx, { workspace, approvalId, what, text, now });
}

/** Where a later decision is the one that it stands by now, that can be stopped for as long as any. */
async function extendGrace(tx: Tx, { workspace, approval, now }: Judged, graceUntil: Date): Promise<void> {
  if (approval.state !== 'approved' || !approval.graceUntil || approval.graceUntil >= graceUntil) return;
  await tx.prisma.approval.update({ where: { id: approval.id }, data: { graceUntil } });
  await showApproval(tx, { workspace, approvalId: approval.id, now });
}
