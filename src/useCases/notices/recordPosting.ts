import { DulyError } from '../../core/DulyError.ts';
import { type Day, dateOfDay, dayOfDate, isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { deadlineDaysOf } from '../../core/deadlineFor.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { postedDeadline, receivedOn } from '../../core/postedLetter.ts';
import { dayIn, instantAt } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Notice } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { loadSituation } from './loadSituation.ts';
import { readRecipients } from './NoticeFigures.ts';

export interface Posting {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly promptId: string;
  readonly postedOn: Day;
  /** the number of the registered post */
  readonly number: string;
  readonly now: Date;
}

/**
 * Records that a letter was posted, with its number: its step is done, it counts as received on the second business day after, and
 * the date that counts is never earlier than the days it leaves from there. Returns a sentence. Throws DulyError `not_allowed`,
 * `prompt_not_found`, `prompt_closed`, `posting_day` for a day before the letter or to come.
 */
export async function recordPosting(db: Db, posting: Posting): Promise<string> {
  const { workspace, member, promptId, now } = posting;
  requireMay(member, 'log_activity');
  return db.transaction(async (tx) => {
    const { debtorId, stepId, details } = await openPromptFor(tx, workspace, promptId, ['post_letter']);
    const { noticeId = '' } = details as { noticeId?: string };
    const notice = await tx.prisma.notice.findFirstOrThrow({
      where: { id: noticeId, workspaceId: workspace.id },
    });
    insistOnDay(posting, notice);
    const deadlineOn = await deadlineOf(tx, posting, notice);
    await tx.prisma.stageStep.updateMany({
      where: { id: stepId ?? '', workspaceId: workspace.id, state: 'pending' },
      data: {
        state: 'done',
        doneOn: dateOfDay(posting.postedOn),
        deadlineOn: deadlineOn === undefined ? null : dateOfDay(deadlineOn),
      },
    });
    await keepOnRecord(tx, posting, notice);
    const outcome = wordsOf(posting, deadlineOn);
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await reviewSoon(tx, workspace.id, debtorId, now);
    return outcome;
  });
}

function insistOnDay({ workspace, postedOn, now }: Posting, { sentAt, createdAt }: Notice): void {
  const written = dayIn(workspace.zone, sentAt ?? createdAt);
  if (postedOn >= written && postedOn <= todayOf(workspace, now)) return;
  throw new DulyError(
    'posting_day',
    `posted on ${isoDay(postedOn)}`,
    `The letter went out on ${shortDay(written, workspace.locale)}: choose the day on which it was posted, that day or later and not to come.`,
  );
}

async function deadlineOf(
  tx: Tx,
  { workspace, postedOn, now }: Posting,
  notice: Notice,
): Promise<Day | undefined> {
  const input = await loadSituation(tx, { workspace, debtorId: notice.debtorId, now });
  const days = input && deadlineDaysOf(input, notice.kind);
  if (!notice.deadlineOn || days === undefined) return undefined;
  const printedOn = dayOfDate(notice.deadlineOn);
  return postedDeadline({ printedOn, postedOn, days }, workspace.calendar);
}

async function keepOnRecord(tx: Tx, posting: Posting, notice: Notice): Promise<void> {
  const { workspace, member, postedOn, number, promptId, now } = posting;
  const isToday = postedOn === todayOf(workspace, now);
  await tx.prisma.activity.create({
    data: {
      id: newId(),
      workspaceId: workspace.id,
      debtorId: notice.debtorId,
      contactId: readRecipients(notice)[0]?.contactId ?? null,
      memberId: member.id,
      promptId,
      stepId: notice.stepId,
      noticeId: notice.id,
      kind: 'letter',
      outcome: 'posted',
      at: isToday ? now : instantAt(postedOn, '12:00', workspace.zone),
      notes: `Registered post ${number}: ${notice.subject}`,
      details: { registeredNumber: number },
      key: `posted:${notice.id}`,
      recordedAt: now,
    },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'letter_posted',
    subjectKind: 'notice',
    subjectId: notice.id,
    after: { postedOn: isoDay(postedOn), number },
  });
}

function wordsOf({ workspace, postedOn, number }: Posting, deadlineOn: Day | undefined): string {
  const day = (on: Day) => shortDay(on, workspace.locale);
  const date = deadlineOn === undefined ? '' : ` Nothing follows before ${day(deadlineOn)} has passed.`;
  return `Posted on ${day(postedOn)}, registered post ${number}; it counts as received on ${day(receivedOn(postedOn, workspace.calendar))}.${date}`;
}
