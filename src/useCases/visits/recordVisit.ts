import { addBusinessDays } from '../../core/calendar.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { dayIn, instantAt } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { contactOfAccount } from '../contacts/contactOfAccount.ts';
import { verifyContact } from '../contacts/verifyContact.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { promptFor } from '../prompts/promptFor.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { snoozeUntil } from '../prompts/snoozeUntil.ts';
import { visitAskedFrom } from './visitAskedFrom.ts';

/** Who was met: somebody on file, somebody else, or nobody. */
export type Met = { readonly contactId: string } | 'somebody_else' | 'nobody';

export interface VisitReport {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly promptId: string;
  readonly met: Met;
  readonly at: Date;
  /** what was said, as typed */
  readonly words: string;
  /** the same submission delivered twice is one visit */
  readonly key: string;
  readonly now: Date;
}

/**
 * Keeps what came of a visit, as an activity, whatever has become of the prompt that it is reported from: logging what happened is never
 * refused. A talk with somebody on file answers the prompt while it is open; otherwise it comes back on the next business day. A visit
 * before the final notice's deadline had passed is not the one that is asked for, and leaves the prompt as it is. Idempotent by key. Throws DulyError `not_allowed`, `prompt_not_found`, `visit_ahead` for a time to come, `contact_not_found` for a person of another
 * account.
 */
export async function recordVisit(db: Db, report: VisitReport): Promise<LoggedCall> {
  const { workspace, member, promptId, met, at, words, key, now } = report;
  requireMay(member, 'log_activity');
  if (at > now) {
    const sentence = 'The visit lies in the future: report it once it took place.';
    throw new DulyError('visit_ahead', 'a visit in the future', sentence);
  }
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    const prompt = await promptFor(tx, workspace, promptId, ['direct_contact']);
    const before = await tx.prisma.activity.findFirst({ where: { workspaceId, key } });
    if (before) {
      return { activityId: before.id, debtorId: before.debtorId, said: ['This visit is recorded already.'] };
    }
    const { debtorId } = prompt;
    const from = await visitAskedFrom(tx, { workspace, prompt, now });
    const on = dayIn(workspace.zone, at);
    const notBefore = from !== undefined && on < from ? from : undefined;
    const contactId = await contactMet(tx, { workspaceId, debtorId, met });
    const verified = contactId && (await verifyContact(tx, { workspaceId, contactId, on }));
    const activityId = newId();
    await tx.prisma.activity.create({
      data: {
        id: activityId,
        workspaceId,
        debtorId,
        contactId,
        memberId: member.id,
        promptId,
        stepId: notBefore === undefined ? prompt.stepId : null,
        kind: 'visit',
        outcome: met === 'nobody' ? 'no_answer' : 'answered',
        rightParty: contactId !== null,
        at,
        notes: words,
        details: verified ? { verified } : {},
        key,
        recordedAt: now,
      },
    });
    const visit = { prompt, activityId, talked: contactId !== null, notBefore };
    const next = await answerPrompt(tx, report, visit);
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'visit_reported',
      subjectKind: 'activity',
      subjectId: activityId,
      after: { debtorId, contactId },
    });
    await reviewSoon(tx, workspaceId, debtorId, now);
    return { activityId, debtorId, said: ['The visit is recorded.', next] };
  });
}

async function contactMet(
  tx: Tx,
  { workspaceId, debtorId, met }: { workspaceId: string; debtorId: string; met: Met },
): Promise<string | null> {
  if (typeof met === 'string') return null;
  const { contactId: id } = met;
  const found = await contactOfAccount(tx, { workspaceId, debtorId, contactId: id });
  if (found) return found.id;
  const sentence = 'I do not know this person any more: choose another one. Nothing was recorded.';
  throw new DulyError('contact_not_found', `no contact ${id} of debtor ${debtorId}`, sentence);
}

/** Returns what follows, as a sentence. A visit before the day from which one is asked for answers nothing. */
async function answerPrompt(
  tx: Tx,
  { workspace, member, promptId, now }: VisitReport,
  visit: { prompt: Prompt; activityId: string; talked: boolean; notBefore: Day | undefined },
): Promise<string> {
  const { prompt, activityId, talked, notBefore } = visit;
  if (prompt.state !== 'open') return `It is not asked for any more. ${prompt.outcome ?? ''}`.trim();
  if (notBefore !== undefined) {
    const day = dayName(notBefore, member.locale);
    return `What is asked for is a visit from ${day} on, once the deadline of the final notice has passed: that stays open.`;
  }
  const details = talked ? { answeredBy: activityId } : { putOffBy: activityId };
  await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details });
  if (talked) {
    const outcome = `${member.name} reported the visit.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    return 'Log what was promised or contested too, if anything was.';
  }
  const { calendar, settings, zone } = workspace;
  const until = instantAt(addBusinessDays(calendar, todayOf(workspace, now), 1), settings.promptsAt, zone);
  await snoozeUntil(tx, { workspace, promptId, until, byMember: false, now });
  return 'Nobody who can decide was met: you are asked again on the next business day.';
}
