import { addBusinessDays } from '../../core/calendar.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { logCall } from '../../useCases/calls/logCall.ts';
import { approvalSeal } from '../../useCases/notices/approvalSeal.ts';
import { decideApproval } from '../../useCases/notices/decideApproval.ts';
import { proposeNotice } from '../../useCases/notices/proposeNotice.ts';
import { recordSent } from '../../useCases/notices/recordSent.ts';
import { recordUnsure } from '../../useCases/notices/recordUnsure.ts';
import type { FinalStory, SampleDebtor } from '../SampleDebtor.ts';
import { sampleCalendar, sampleTime } from '../sampleStart.ts';
import { askForLastCall } from './askForLastCall.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';

/** Business days before the first day on which the last call was due, and when what followed happened. */
interface Course {
  readonly dueBefore: number;
  readonly promptAt: string;
  readonly askedAt?: string;
  /** by the second manager; how many business days before the first day, and when */
  readonly approved?: { readonly before: number; readonly at: string };
  readonly sentAt?: string;
  /** the sending broke off, and nobody knows how far it had come */
  readonly brokeOffAt?: string;
}

const BROKE_OFF = 'the connection to the mail server broke off before it had answered';

/** In the order in which requests were made, the one that waits for the newcomer last: it stands lowest in the channel. */
const courses: Readonly<Record<FinalStory, Course>> = {
  sent: {
    dueBefore: 6,
    promptAt: '09:00',
    askedAt: '11:15',
    approved: { before: 6, at: '13:40' },
    sentAt: '13:50',
  },
  unsure: {
    dueBefore: 1,
    promptAt: '09:00',
    askedAt: '10:50',
    approved: { before: 1, at: '12:15' },
    brokeOffAt: '12:25',
  },
  overtaken: { dueBefore: 1, promptAt: '09:00', askedAt: '14:35', approved: { before: 1, at: '17:52' } },
  approved: { dueBefore: 1, promptAt: '09:00', askedAt: '15:05', approved: { before: 0, at: '08:26' } },
  asked_elsewhere: { dueBefore: 1, promptAt: '09:00', askedAt: '15:20' },
  asked: { dueBefore: 1, promptAt: '09:00', askedAt: '16:10' },
  last_call: { dueBefore: 1, promptAt: '16:40' },
};

/** Brings the cases of the cast that reached their final notice to where their story says: by the steps a team takes. */
export async function seedFinalNotices(seeding: Seeding, ids: SeededDebtors): Promise<void> {
  const order = Object.keys(courses);
  const stories = seeding.debtors
    .flatMap((debtor) => (debtor.story.final ? [{ debtor, final: debtor.story.final }] : []))
    .sort((a, b) => order.indexOf(a.final) - order.indexOf(b.final));
  for (const { debtor, final } of stories) await tell(seeding, ids, debtor, courses[final]);
}

async function tell(
  seeding: Seeding,
  ids: SeededDebtors,
  debtor: SampleDebtor,
  { dueBefore, promptAt, askedAt, approved, sentAt, brokeOffAt }: Course,
): Promise<void> {
  const { db, workspace, members, firstDay } = seeding;
  const before = (days: number) => (days === 0 ? firstDay : addBusinessDays(sampleCalendar, firstDay, -days));
  const day = before(dueBefore);
  const { id: debtorId, contactId } = seeded(ids, debtor);
  const owner = members[debtor.owner ?? 'priya'];
  const promptId = await askForLastCall(seeding, ids, debtor, sampleTime(day, promptAt));
  if (!askedAt) return;
  const calledAt = sampleTime(day, '10:25');
  const call = { debtorId, contactId, direction: 'out', outcome: 'left_message', at: calledAt } as const;
  await logCall(db, {
    workspace,
    member: owner,
    call,
    key: `sample:last_call:${debtor.account}`,
    now: calledAt,
  });
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
