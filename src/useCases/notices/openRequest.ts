import { type Day, dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { showApproval } from './showApproval.ts';

/** Opens a request for approval of what was stored, and posts it. Returns its id. */
export async function openRequest(
  tx: Tx,
  request: {
    readonly workspace: WorkspaceContext;
    readonly notice: Notice;
    readonly askerId: string;
    readonly approvers: 1 | 2;
    /** last day on which the approval can be used */
    readonly usable: Day;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, notice, askerId, approvers, usable, now } = request;
  const approvalId = newId();
  const { id: noticeId, debtorId, stepId, hash } = notice;
  await tx.prisma.approval.create({
    data: {
      id: approvalId,
      workspaceId: workspace.id,
      debtorId,
      stepId,
      noticeId,
      askedById: askerId,
      hash,
      approvers,
      requestedAt: now,
      usableUntil: dateOfDay(usable),
    },
  });
  await showApproval(tx, { workspace, approvalId, now });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: askerId,
    action: 'approval_requested',
    subjectKind: 'approval',
    subjectId: approvalId,
    after: { noticeId, hash, approvers },
  });
  // what it would wait for once it is approved is asked about while the approvers think
  await reviewSoon(tx, workspace.id, debtorId, now);
  return approvalId;
}
