import { DulyError } from '../../core/DulyError.ts';
import { parseDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { openDispute } from '../disputes/openDispute.ts';
import { placeHold, waitForPayment } from '../holds/placeHold.ts';
import { recordPromise } from '../promises/recordPromise.ts';
import { answerCallPrompts } from './answerCallPrompts.ts';
import { type CallLog, conversations } from './CallLog.ts';
import { planCallBack } from './planCallBack.ts';

export interface CallLogging {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly call: CallLog;
  /** the same submission delivered twice is one call */
  readonly key: string;
  readonly now: Date;
}

export interface LoggedCall {
  readonly activityId: string;
  readonly debtorId: string;
  /** what was recorded and what happens next, as sentences */
  readonly said: readonly string[];
}

/**
 * Records a call with all that it led to (promise, dispute, pause, call-back) in one transaction, answers the prompts that
 * asked for it, and has the debtor decided anew. Logging what happened is never refused by contact rules; only roles that
 * may not log, unknown accounts and impossible dates are.
 */
export async function logCall(db: Db, logging: CallLogging): Promise<LoggedCall> {
  const { workspace, member, call, key, now } = logging;
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
    const before = await tx.prisma.activity.findFirst({ where: { workspaceId: workspace.id, key } });
    if (before)
      return { activityId: before.id, debtorId: before.debtorId, said: ['This call was recorded already.'] };
    const contactId = await contactOf(tx, logging);
    const activityId = newId();
    await tx.prisma.activity.create({
      data: {
        id: activityId,
        workspaceId: workspace.id,
        debtorId: call.debtorId,
        contactId: contactId ?? null,
        memberId: member.id,
        promptId: call.promptId ?? null,
        stepId: (await stepOf(tx, logging)) ?? null,
        kind: 'call',
        direction: call.direction,
        outcome: call.outcome,
        rightParty: call.rightParty ?? conversations.has(call.outcome),
        at: call.at,
        notes: call.notes ?? null,
        details: { ...(call.delayReason ? { delayReason: call.delayReason } : {}) },
        key,
        recordedAt: now,
      },
    });
    const said = ['The call is recorded.', ...(await consequences(tx, logging, activityId, contactId))];
    await answerCallPrompts(tx, logging);
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
    return { activityId, debtorId: call.debtorId, said };
  });
}

async function contactOf(tx: Tx, { workspace, call, now }: CallLogging): Promise<string | undefined> {
  if (call.contactId) {
    const known = await tx.prisma.contact.findFirst({
      where: { id: call.contactId, workspaceId: workspace.id, debtorId: call.debtorId },
    });
    if (!known) {
      throw new DulyError(
        'contact_not_found',
        `no contact ${call.contactId}`,
        'I do not know this contact of the account: choose one from the list.',
      );
    }
    return known.id;
  }
  const name = call.newContactName?.trim();
  if (!name) return undefined;
  const id = newId();
  await tx.prisma.contact.create({
    data: {
      id,
      workspaceId: workspace.id,
      debtorId: call.debtorId,
      name,
      role: 'other',
      position: 9,
      createdAt: now,
    },
  });
  return id;
}

async function stepOf(tx: Tx, { workspace, call }: CallLogging): Promise<string | undefined> {
  if (!call.promptId) return undefined;
  const prompt = await tx.prisma.prompt.findFirst({
    where: { id: call.promptId, workspaceId: workspace.id, debtorId: call.debtorId },
  });
  return prompt?.stepId ?? undefined;
}

async function consequences(
  tx: Tx,
  logging: CallLogging,
  activityId: string,
  contactId: string | undefined,
): Promise<string[]> {
  const { workspace, member, call, now } = logging;
  const { debtorId } = call;
  const common = { workspace, debtorId, activityId, now };
  const said: string[] = [];
  if (call.outcome === 'promised' && call.promise) {
    const unconfirmed = call.rightParty === false;
    said.push(
      ...(await recordPromise(tx, {
        ...common,
        memberId: member.id,
        contactId,
        unconfirmed,
        words: call.promise,
      })),
    );
  }
  if (call.outcome === 'disputes' && call.dispute) {
    said.push(...(await openDispute(tx, { ...common, words: call.dispute })));
  }
  if (call.outcome === 'paid') {
    said.push(
      ...(await waitForPayment(tx, { ...common, member, reason: 'The customer says that it is paid' })),
    );
  }
  const until = call.holdUntil ? parseDay(call.holdUntil) : undefined;
  if (until !== undefined) {
    const reason = call.outcome === 'instalments' ? 'Instalments are being agreed' : 'Hardship';
    said.push(...(await placeHold(tx, { ...common, member, reason, until })));
  }
  if (call.callBackAt) said.push(...(await planCallBack(tx, { ...common, member, at: call.callBackAt })));
  if (call.outcome === 'wrong_number' && contactId) {
    const contact = await tx.prisma.contact.findUniqueOrThrow({ where: { id: contactId } });
    const dead = [...new Set([...contact.deadChannels, 'call'])];
    await tx.prisma.contact.update({ where: { id: contactId }, data: { deadChannels: dead } });
    said.push(`The number of ${contact.name} is marked as wrong.`);
  }
  return said;
}
