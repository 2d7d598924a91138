import { type Day, isoDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { triedAgainAt } from '../../core/triedAgainAt.ts';
import { dayIn, timeIn } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { freshnessKey } from '../cases/freshnessKey.ts';
import { applyStanding } from './applyStanding.ts';
import { askAgain } from './askAgain.ts';
import { isTask } from './buildTask.ts';
import { claimApproval } from './claimApproval.ts';
import { performTask } from './performTask.ts';
import { queueMail } from './queueMail.ts';
import { recountApprovers } from './recountApprovers.ts';
import { revalidateApproval } from './revalidateApproval.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/**
 * The grace window of an approved request is over: everything is asked once more, then its notice is queued, or its
 * task takes effect, once, however many processes try. What may not go yet (a closed day, payments not fresh, spacing) waits with a word in the thread.
 */
export async function useApproval(
  db: Db,
  options: { workspace: WorkspaceContext; approvalId: string; now: Date },
): Promise<void> {
  const { workspace, approvalId, now } = options;
  await db.transaction(async (tx) => {
    const { approval } = await claimApproval(tx, options);
    if (approval.state !== 'approved' || !approval.graceUntil || approval.graceUntil > now) return;
    await recountApprovers(tx, { workspace, approval, now });
    const standing = await applyStanding(tx, options);
    if (standing.state !== 'approved' || !standing.mayBeSent) return;
    const review = await revalidateApproval(tx, { workspace, approval, now });
    if (review.verdict === 'wait') return letWait(tx, { workspace, approval, now }, review);
    if (review.verdict !== 'send') return;
    const { count } = await tx.prisma.approval.updateMany({
      where: { id: approvalId, workspaceId: workspace.id, state: 'approved', noticeId: approval.noticeId },
      data: { state: 'used' },
    });
    if (count === 0) return;
    if (isTask(review.built)) {
      const notice = await tx.prisma.notice.findUniqueOrThrow({ where: { id: approval.noticeId } });
      await performTask(tx, { workspace, approval, notice, now });
      return showApproval(tx, { workspace, approvalId, now });
    }
    const notice = await tx.prisma.notice.update({
      where: { id: approval.noticeId },
      data: { state: 'queued' },
    });
    await queueMail(tx, { notice, built: review.built, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'notice_queued',
      subjectKind: 'notice',
      subjectId: notice.id,
      after: { kind: notice.kind, stepId: notice.stepId, hash: notice.hash, approvalId },
    });
    await showApproval(tx, { workspace, approvalId, now });
  });
}

async function letWait(
  tx: Tx,
  { workspace, approval, now }: { workspace: WorkspaceContext; approval: Approval; now: Date },
  { rule, why, ...opens }: { rule: string; why: string; until?: Day; from?: Date },
): Promise<void> {
  const { zone, calendar, settings, locale } = workspace;
  const again = triedAgainAt(opens, { now, calendar, zone, sendsFrom: settings.promptsAt });
  await tx.prisma.approval.update({ where: { id: approval.id }, data: { graceUntil: again } });
  const day = isoDay(todayOf(workspace, now));
  const isDated = opens.until !== undefined || opens.from !== undefined;
  const when = `on ${dayName(dayIn(zone, again), locale)} at ${timeIn(zone, again)} at the earliest`;
  const text = `It waits: ${why}. It goes out ${isDated ? when : 'as soon as it may'}, unless its approval expires first.`;
  await tellThread(tx, { workspace, approvalId: approval.id, what: `waits:${rule}:${day}`, text, now });
  if (rule !== 'freshness') return;
  const debtor = await tx.prisma.debtor.findUniqueOrThrow({ where: { id: approval.debtorId } });
  const { kind: stage } = await tx.prisma.notice.findUniqueOrThrow({ where: { id: approval.noticeId } });
  await askAgain(tx, {
    workspace,
    debtorId: approval.debtorId,
    noticeId: approval.noticeId,
    key: freshnessKey({ id: debtor.creditorId }, todayOf(workspace, now)),
    stage,
    kind: 'freshness',
    asks: 'finance',
    why,
    now,
  });
}
