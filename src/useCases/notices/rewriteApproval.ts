import { usableUntil } from '../../core/approvalDays.ts';
import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { deadlineFor } from '../../core/deadlineFor.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, Notice } from '../../generated/prisma/client.ts';
import { endApproval } from './endApproval.ts';
import { readFigures } from './NoticeFigures.ts';
import { postLetter } from './postLetter.ts';
import { approversFor } from './proposeNotice.ts';
import { showApproval } from './showApproval.ts';
import { storeNotice } from './storeNotice.ts';
import { tellThread } from './tellThread.ts';
import { writeForStep } from './writeForStep.ts';

/**
 * What was shown is not true any more: the approval is void. The first time the request is rewritten in place with today's
 * figures and decided anew (what was decided on the old text stays on record and counts for nothing); the second time, or
 * where it cannot be written again, it goes back to the owner. The caller holds the debtor's lock.
 */
export async function rewriteApproval(
  tx: Tx,
  change: { workspace: WorkspaceContext; approval: Approval; notice: Notice; why: string; now: Date },
): Promise<void> {
  const { workspace, approval, notice, why, now } = change;
  const said = `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
  const { stepId, debtorId } = approval;
  if (approval.rewritten || !stepId) {
    await endApproval(tx, { workspace, approval, end: 'void', outcome: `${said} Nothing is sent.`, now });
    return;
  }
  const usable = usableUntil(todayOf(workspace, now), workspace.calendar, workspace.settings);
  const built = await writeForStep(tx, {
    workspace,
    debtorId,
    stepId,
    memberId: readFigures(notice).signerId,
    mayWait: true,
    deadlineOn: (input, stage) => deadlineFor(input, stage, usable),
    now,
  }).catch((error: unknown) => {
    if (error instanceof DulyError) return error;
    throw error;
  });
  if (built instanceof DulyError) {
    const outcome = `${said} ${built.userMessage}`;
    await endApproval(tx, { workspace, approval, end: 'void', outcome, now });
    return;
  }
  const workspaceId = workspace.id;
  await tx.prisma.notice.update({
    where: { id: notice.id },
    data: { state: 'cancelled', outcome: `Rewritten: ${said}` },
  });
  const next = await storeNotice(tx, { workspaceId, debtorId, stepId, state: 'requested', built, now });
  await tx.prisma.approval.update({
    where: { id: approval.id },
    data: {
      noticeId: next.id,
      hash: built.hash,
      approvers: approversFor(built, workspace),
      state: 'open',
      rewritten: true,
      requestedAt: now,
      usableUntil: dateOfDay(usable),
      graceUntil: null,
    },
  });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: 'duly',
    action: 'approval_rewritten',
    subjectKind: 'approval',
    subjectId: approval.id,
    before: { noticeId: notice.id, hash: notice.hash, state: approval.state },
    after: { noticeId: next.id, hash: next.hash },
    why,
  });
  await showApproval(tx, { workspace, approvalId: approval.id, now });
  await tellThread(tx, {
    workspace,
    approvalId: approval.id,
    what: 'rewritten',
    text: `${said} The request above shows the new figures, and earlier decisions do not count any more. Whoever had put a ✅ there: take it off and put it on again, or use the button.`,
    now,
  });
  await postLetter(tx, { workspace, approvalId: approval.id, noticeId: next.id, built, now });
}
