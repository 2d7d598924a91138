import { usableUntil } from '../../core/approvalDays.ts';
import { approversNeeded } from '../../core/approversNeeded.ts';
import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import { DulyError } from '../../core/DulyError.ts';
import { type Day, dateOfDay } from '../../core/day.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, Notice } from '../../generated/prisma/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { type BuiltTask, buildTask, isTask } from './buildTask.ts';
import { endApproval } from './endApproval.ts';
import { loadSituation } from './loadSituation.ts';
import { planOf, readFigures } from './NoticeFigures.ts';
import { postLetter } from './postLetter.ts';
import { showApproval } from './showApproval.ts';
import { storeNotice } from './storeNotice.ts';
import { storeTask } from './storeTask.ts';
import { tellThread } from './tellThread.ts';
import { writeForStep } from './writeForStep.ts';
import { writeMessage } from './writeMessage.ts';

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
  if (approval.rewritten) {
    await endApproval(tx, { workspace, approval, end: 'void', outcome: `${said} Nothing is sent.`, now });
    return;
  }
  const usable = usableUntil(todayOf(workspace, now), workspace.calendar, workspace.settings);
  const built = await writeAgain(tx, { ...change, usable }).catch((error: unknown) => {
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
  const stored = { workspaceId, debtorId, stepId, now };
  const next = isTask(built)
    ? await storeTask(tx, { ...stored, built })
    : await storeNotice(tx, { ...stored, state: 'requested', built });
  await tx.prisma.approval.update({
    where: { id: approval.id },
    data: {
      noticeId: next.id,
      hash: built.hash,
      approvers: approversNeeded(isTask(built) ? built.totals : built.rendered.totals, workspace.settings),
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
  if (isTask(built)) return;
  await postLetter(tx, { workspace, approvalId: approval.id, noticeId: next.id, built, now });
}

/** What was asked for, as it would be done or go out now. */
async function writeAgain(
  tx: Tx,
  {
    workspace,
    approval: { debtorId, stepId },
    notice,
    usable,
    now,
  }: {
    workspace: WorkspaceContext;
    approval: Approval;
    notice: Notice;
    usable: Day;
    now: Date;
  },
): Promise<BuiltNotice | BuiltTask> {
  const { kind } = notice;
  const figures = readFigures(notice);
  const { signerId, remedy } = figures;
  const plan = planOf(figures);
  const again = { workspace, debtorId, memberId: signerId, mayWait: true, now };
  if (!stepId) {
    if (isCeaseNotice(kind)) return writeMessage(tx, { ...again, kind, remedy });
    throw new Error(`notice ${notice.id} is asked for without a step`);
  }
  if (plan) {
    const input = await loadSituation(tx, { workspace, debtorId, now });
    const step = input?.facts.steps.find(({ id }) => id === stepId);
    if (input && step) return buildTask({ workspace, input, step, plan, askerId: signerId });
  }
  return writeForStep(tx, { ...again, stepId, usable });
}
