import type { Db } from '../../db/client.ts';
import { noticeWithApproval } from '../../db/notices.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Verdict } from '../../delivery/Delivery.ts';
import type { OutboxItem } from '../../delivery/outboxItemOf.ts';
import { approvalRulesOf } from './approvalRulesOf.ts';
import { reviewNotice } from './reviewNotice.ts';
import { standingOf } from './standingOf.ts';

/**
 * The last question before a mail goes out, from facts read at that moment: is the notice still queued, is it still true word
 * for word, do the rules still allow it, does its approval still stand? `why` is a clause without its full stop.
 */
export async function checkBeforeSending(
  db: Db,
  { item, now }: { item: Pick<OutboxItem, 'workspaceId' | 'check'>; now: Date },
): Promise<Verdict> {
  if (item.check?.kind !== 'notice') return { send: true };
  const found = await noticeWithApproval(db, item.workspaceId, item.check.id);
  if (!found) return { send: false, why: 'it was taken back' };
  const { notice, workspace } = found;
  if (!workspace.startedAt) return { send: false, why: 'the workspace was not started' };
  if (notice.state !== 'queued') return { send: false, why: notice.outcome ?? 'it was taken back' };
  const { approval } = notice;
  if (approval) {
    if (approval.state !== 'used') return { send: false, why: 'its approval does not stand any more' };
    if (approval.hash !== notice.hash)
      return { send: false, why: 'what was approved is not what would go out' };
    if (todayOf(workspace, now) > approval.usableUntil) return { send: false, why: EXPIRED };
    if (!(await isStillApproved(db, { workspace, noticeId: notice.id, now })))
      return { send: false, why: 'who approved it may not approve it any more' };
  }
  const review = await reviewNotice(db, { workspace, notice, now });
  return review.verdict === 'send' ? { send: true } : { send: false, why: review.why };
}

const EXPIRED = 'its approval has expired';

async function isStillApproved(
  db: Db,
  { workspace, noticeId, now }: { workspace: WorkspaceContext; noticeId: string; now: Date },
): Promise<boolean> {
  const approval = await db.prisma.approval.findFirstOrThrow({
    where: { noticeId, workspaceId: workspace.id },
  });
  const rules = await approvalRulesOf(db, { workspace, approval, now });
  return (await standingOf(db, { workspace, approval, rules, now })).state === 'approved';
}
