import { isStillAskedFor } from '../../core/contactRules.ts';
import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { dayIn } from '../../core/zone.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity, Member } from '../../generated/prisma/client.ts';
import { verifyContact } from '../contacts/verifyContact.ts';
import { followReason } from '../delays/followReason.ts';
import { callKinds } from '../prompts/promptKinds.ts';
import { answerCallPrompts } from './answerCallPrompts.ts';
import { type CallLog, conversations } from './CallLog.ts';
import { callConsequences } from './callConsequences.ts';
import { contactOfCall } from './contactOfCall.ts';

export interface CallLogging {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly call: CallLog;
  /** the same submission delivered twice is one call */
  readonly key: string;
  /** the same outcome by the same member within so many milliseconds is a second click, not a second call */
  readonly sameWithinMs?: number | undefined;
  readonly now: Date;
}

export interface LoggedCall {
  readonly activityId: string;
  readonly debtorId: string;
  /** what was recorded, as sentences */
  readonly said: readonly string[];
}

/**
 * Records a call with all that it led to (promise, dispute, pause, call-back) in one transaction, answers the prompts that
 * asked for it, and has the debtor decided anew. Logging what happened is never refused by contact rules; only roles that
 * may not log, unknown accounts and impossible dates are.
 */
export async function logCall(db: Db, logging: CallLogging): Promise<LoggedCall> {
  const { workspace, member, call, now } = logging;
  requireMay(member, 'log_activity');
  if (call.at > now) {
    throw new DulyError(
      'call_ahead',
      'a call in the future',
      'The call lies in the future: check when it took place.',
    );
  }
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, call.debtorId);
    const before = await recordedBefore(tx, logging);
    if (before)
      return { activityId: before.id, debtorId: before.debtorId, said: ['This call is recorded already.'] };
    const activityId = newId();
    const contactId = await contactOfCall(tx, logging);
    const { said, trace } = await callConsequences(tx, { ...logging, activityId, contactId });
    const verified = await verifiedBy(tx, logging, contactId);
    const { promptId, stepId, requested } = await askedBy(tx, logging);
    await tx.prisma.activity.create({
      data: {
        id: activityId,
        workspaceId: workspace.id,
        debtorId: call.debtorId,
        contactId: contactId ?? null,
        memberId: member.id,
        promptId: promptId ?? null,
        stepId: stepId ?? null,
        kind: 'call',
        direction: call.direction,
        outcome: call.outcome,
        rightParty: call.rightParty ?? conversations.has(call.outcome),
        at: call.at,
        notes: call.notes ?? null,
        details: {
          ...(call.delayReason ? { delayReason: call.delayReason } : {}),
          ...(requested ? { requested } : {}),
          ...trace,
          ...(verified && { verified }),
        },
        key: logging.key,
        recordedAt: now,
      },
    });
    const answered = await answerCallPrompts(tx, { ...logging, activityId, contactId });
    // what this call has answered is not asked again once a stop that it leads to has ended
    const told = await followDelay(tx, { ...logging, activityId });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'call_logged',
      subjectKind: 'activity',
      subjectId: activityId,
      after: { debtorId: call.debtorId, outcome: call.outcome },
    });
    await reviewSoon(tx, workspace.id, call.debtorId, now);
    const elsewhere = await toWhomHanded(tx, logging);
    return {
      activityId,
      debtorId: call.debtorId,
      said: ['The call is recorded.', ...elsewhere, ...said, ...answered, ...told],
    };
  });
}

/** Who decides was spoken to: they are on file as they are. */
async function verifiedBy(tx: Tx, { workspace, call }: CallLogging, contactId: string | undefined) {
  const talked = conversations.has(call.outcome) && call.rightParty !== false;
  if (!talked || contactId === undefined) return undefined;
  return verifyContact(tx, { workspaceId: workspace.id, contactId, on: dayIn(workspace.zone, call.at) });
}

async function followDelay(
  tx: Tx,
  { workspace, member, call, activityId, now }: CallLogging & { readonly activityId: string },
): Promise<string[]> {
  const { debtorId, delayReason: reason, notes: words, at } = call;
  if (!reason) return [];
  const recording = { workspace, debtorId, activityId, member, now };
  return followReason(tx, recording, { reason, words, on: dayIn(workspace.zone, at) });
}

/** Others look after the account: what was said is theirs to know. */
async function toWhomHanded(tx: Tx, { workspace, call }: CallLogging): Promise<string[]> {
  const handOff = await tx.prisma.handOff.findFirst({
    where: { workspaceId: workspace.id, debtorId: call.debtorId, recalledOn: null },
  });
  return handOff ? [`${handOff.toName} looks after this account: a manager is asked to tell them.`] : [];
}

async function recordedBefore(tx: Tx, logging: CallLogging): Promise<Activity | undefined> {
  const { workspace, member, call, key, sameWithinMs, now } = logging;
  const delivered = await tx.prisma.activity.findFirst({ where: { workspaceId: workspace.id, key } });
  if (delivered || !sameWithinMs) return delivered ?? undefined;
  const recent = await tx.prisma.activity.findFirst({
    where: {
      workspaceId: workspace.id,
      debtorId: call.debtorId,
      memberId: member.id,
      kind: 'call',
      outcome: call.outcome,
      reversesId: null,
      recordedAt: { gt: new Date(now.getTime() - sameWithinMs) },
    },
    orderBy: { recordedAt: 'desc' },
  });
  const undone = recent && (await tx.prisma.activity.findFirst({ where: { reversesId: recent.id } }));
  return undone ? undefined : (recent ?? undefined);
}

/** The prompt that asked for the call: the one it was logged from, else the one that is open. A call-back was asked for by the customer, for as long as that holds. */
async function askedBy(tx: Tx, { workspace, call }: CallLogging) {
  const own = { workspaceId: workspace.id, debtorId: call.debtorId };
  const named = call.promptId && (await tx.prisma.prompt.findFirst({ where: { ...own, id: call.promptId } }));
  const prompt =
    named ||
    (await tx.prisma.prompt.findFirst({
      where: { ...own, state: 'open', kind: { in: [...callKinds] } },
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    }));
  const calledBack = prompt?.kind === 'call_back' && call.direction === 'out' ? prompt : undefined;
  const { zone } = await debtorFact(tx, workspace, call.debtorId);
  return {
    promptId: prompt?.id,
    stepId: prompt?.stepId,
    requested: calledBack && isStillAskedFor(dayIn(zone, calledBack.openedAt), dayIn(zone, call.at)),
  };
}
