import { addBusinessDays } from '../../core/calendar.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { logCall } from '../../useCases/calls/logCall.ts';
import { approvalSeal } from '../../useCases/notices/approvalSeal.ts';
import { decideApproval } from '../../useCases/notices/decideApproval.ts';
import { proposeNotice } from '../../useCases/notices/proposeNotice.ts';
import { recordSent } from '../../useCases/notices/recordSent.ts';
import { recordUnsure } from '../../useCases/notices/recordUnsure.ts';
import type { SampleDebtor } from '../SampleDebtor.ts';
import { sampleCalendar, sampleTime } from '../sampleStart.ts';
import { type NoticeCourse, noticeCourses } from './noticeCourses.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';
import { takeStoryStep } from './takeStoryStep.ts';

const BROKE_OFF = 'the connection to the mail server broke off before it had answered';

/** When the last call reaches nobody. */
const LAST_CALL = '10:25';

/** Brings the cases of the cast that reached a notice to be approved to where their story says: by the steps a team takes. */
export async function seedNotices(seeding: Seeding, ids: SeededDebtors): Promise<void> {
  const order = Object.keys(noticeCourses);
  const stories = seeding.debtors
    .flatMap((debtor) => (debtor.story.notice ? [{ debtor, notice: debtor.story.notice }] : []))
    .sort((a, b) => order.indexOf(a.notice) - order.indexOf(b.notice));
  for (const { debtor, notice } of stories) await tell(seeding, ids, debtor, noticeCourses[notice]);
}

async function tell(
  seeding: Seeding,
  ids: SeededDebtors,
  debtor: SampleDebtor,
  { stage = 'final_notice', dueBefore, promptAt, askedAt, approved, sentAt, brokeOffAt }: NoticeCourse,
): Promise<void> {
  const { db, workspace, members, firstDay } = seeding;
  const before = (days: number) => (days === 0 ? firstDay : addBusinessDays(sampleCalendar, firstDay, -days));
  const day = before(dueBefore);
  const { id: debtorId, contactId } = seeded(ids, debtor);
  const owner = members[debtor.owner ?? 'priya'];
  const hasLastCall = stage === 'final_notice';
  const promptId = await takeStoryStep(seeding, ids, debtor, {
    stage,
    kind: 'last_call',
    memberId: owner.id,
    because: `the ${hasLastCall ? 'firm' : 'final'} notice brought no payment`,
    now: sampleTime(day, promptAt),
  });
  if (!askedAt) return;
  if (hasLastCall) {
    const at = sampleTime(day, LAST_CALL);
    const call = { debtorId, contactId, direction: 'out', outcome: 'left_message', at } as const;
    const key = `sample:last_call:${debtor.account}`;
    await logCall(db, { workspace, member: owner, call, key, now: at });
  }
  const asked = await proposeNotice(db, {
    workspace,
    promptId,
    member: owner,
    now: sampleTime(day, askedAt),
  });
  const { approvalId } = asked;
  if (!approvalId || !approved) return;
  const { hash, noticeId } = await db.prisma.approval.findUniqueOrThrow({ where: { id: approvalId } });
  await decideApproval(db, {
    workspace,
    approvalId,
    member: members.tomas,
    decision: 'approve',
    via: { kind: 'button', seal: approvalSeal(hash, 0) },
    now: sampleTime(before(approved.before), approved.at),
  });
  const handedOverAt = sentAt ?? brokeOffAt;
  if (!handedOverAt) return;
  const now = sampleTime(day, handedOverAt);
  await db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    await tx.prisma.approval.update({ where: { id: approvalId }, data: { state: 'used' } });
    const notice = await tx.prisma.notice.findUniqueOrThrow({ where: { id: noticeId } });
    const messageId = `<${noticeId}@larkfield.example>`;
    if (sentAt) await recordSent(tx, { workspace, notice, messageId, now });
    else await recordUnsure(tx, { workspace, notice, why: BROKE_OFF, now });
  });
}
