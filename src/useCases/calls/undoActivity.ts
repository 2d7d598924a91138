import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { type Act, requireMay } from '../../core/permissions.ts';
import { deadWithNumbers, wrongNumbers } from '../../core/wrongNumbers.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import { lockDebtors } from '../../db/groups.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity, Member } from '../../generated/prisma/client.ts';
import { agreementActs } from '../agreements/agreementActs.ts';
import { agreementKey } from '../agreements/askForAgreement.ts';
import { askForAgreementAgain } from '../agreements/askForAgreementAgain.ts';
import { replacedOnAgreement } from '../agreements/replacedOnAgreement.ts';
import { keepStopped } from '../conditions/keepStopped.ts';
import { takeBackConditions } from '../conditions/takeBackConditions.ts';
import { takeBackMending } from '../delays/takeBackMending.ts';
import { takeBackReason } from '../delays/takeBackReason.ts';
import { takeBackCameBack } from '../notices/takeBackCameBack.ts';
import { standingConfirmations } from '../promises/standingConfirmations.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { takeBackOwnCameBack } from '../replies/takeBackOwnCameBack.ts';
import { tellFinanceOfWriteOff } from '../writeOffs/tellFinanceOfWriteOff.ts';
import type { CallTrace } from './callConsequences.ts';
import { reopenAnswered } from './reopenAnswered.ts';
import { mayBeUndone, sameAct } from './sameAct.ts';

export interface Undoing {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly activityId: string;
  readonly now: Date;
}

/**
 * Takes a logged call or reply, or an answer of finance, back within the undo time (minutes), with all that it led to: a reversing entry, never a
 * deletion; the prompts it answered are open again, and what was one act with it is taken back too. Undoing twice is
 * harmless. Throws DulyError when it is too late, not the member's own entry, or unknown.
 */
export async function undoActivity(db: Db, undoing: Undoing): Promise<string> {
  const { workspace, member, activityId, now } = undoing;
  return db.transaction(async (tx) => {
    const activity = await tx.prisma.activity.findFirst({
      where: { id: activityId, workspaceId: workspace.id, reversesId: null },
    });
    requireMay(member, actOf(activity?.outcome));
    if (!activity) {
      throw new DulyError('activity_not_found', `no activity ${activityId}`, 'I do not know this entry.');
    }
    const { accounts = [] } = (activity.details as CallTrace).cameBack ?? {};
    if (accounts.length > 1) await lockDebtors(tx, workspace.id, [activity.debtorId, ...accounts]);
    await lockDebtor(tx, workspace.id, activity.debtorId);
    if (await tx.prisma.activity.findFirst({ where: { workspaceId: workspace.id, reversesId: activityId } }))
      return 'It was taken back already.';
    refuseUnlessOwnAndFresh(undoing, activity);
    const parts = [activity, ...(await sameAct(tx, { workspace, activity, now }))];
    // a plan first, then the call that it was agreed on in: what the plan had ended of the call's ends with the call
    for (const part of parts.sort((a, b) => Number(isInCall(b)) - Number(isInCall(a))))
      await reverse(tx, undoing, part);
    for (const account of new Set([activity.debtorId, ...accounts]))
      await reviewSoon(tx, workspace.id, account, now);
    return 'Taken back. Nothing of it counts any more; the record shows that it was undone.';
  });
}

function isInCall({ details }: Activity): boolean {
  return (details as CallTrace).inCall !== undefined;
}

async function reverse(tx: Tx, undoing: Undoing, activity: Activity): Promise<void> {
  const { workspace, member, now } = undoing;
  await tx.prisma.activity.create({
    data: {
      id: newId(),
      workspaceId: workspace.id,
      debtorId: activity.debtorId,
      contactId: activity.contactId,
      memberId: member.id,
      kind: activity.kind,
      direction: activity.direction,
      outcome: activity.outcome,
      rightParty: activity.rightParty,
      at: activity.at,
      reversesId: activity.id,
      key: `undo:${activity.id}`,
      recordedAt: now,
    },
  });
  await takeBackConsequences(tx, undoing, activity);
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'activity_undone',
    subjectKind: 'activity',
    subjectId: activity.id,
  });
}

/** Who may record something may take it back. */
function actOf(outcome: string | null | undefined): Act {
  const acts: Readonly<Record<string, Act>> = agreementActs;
  return acts[outcome ?? ''] ?? 'log_activity';
}

function refuseUnlessOwnAndFresh({ workspace, member, now }: Undoing, activity: Activity): void {
  if (activity.memberId !== member.id && member.role !== 'manager') {
    throw new DulyError(
      'undo_not_own',
      'not the own entry',
      'Only the person who logged it, or a manager, can take it back.',
    );
  }
  const minutes = workspace.settings.undoMinutes;
  if (!mayBeUndone(activity, { workspace, now })) {
    throw new DulyError(
      'undo_too_late',
      'undo time is over',
      `An entry can be taken back for ${minutes} minutes. Log a note that says what was wrong instead.`,
    );
  }
}

async function takeBackConsequences(tx: Tx, undoing: Undoing, activity: Activity): Promise<void> {
  const { workspace, member, now } = undoing;
  const today = dateOfDay(todayOf(workspace, now));
  const own = { workspaceId: workspace.id, activityId: activity.id };
  const {
    replacedPromises = [],
    endedHolds = [],
    endedDisputes = [],
    endedConditions = [],
    foundDead = false,
    deadAddresses = [],
    leftContacts = [],
    cameBack,
    ownCameBack,
    confirmedPromises = [],
    placedPayments = [],
  } = activity.details as CallTrace;
  const promises = await tx.prisma.promise.findMany({ where: { ...own, state: { not: 'cancelled' } } });
  for (const { id } of promises) {
    await tx.prisma.promise.update({ where: { id }, data: { state: 'cancelled', endedOn: today } });
    await closeByKey(tx, workspace, agreementKey({ promiseId: id }), now);
  }
  const plans = await tx.prisma.plan.findMany({ where: { ...own, state: { not: 'cancelled' } } });
  for (const { id } of plans) {
    await tx.prisma.plan.update({ where: { id }, data: { state: 'cancelled', endedOn: today } });
    await closeByKey(tx, workspace, agreementKey({ planId: id }), now);
  }
  const account = { workspaceId: workspace.id, debtorId: activity.debtorId };
  const { confirmed, replaced } = await standingConfirmations(tx, account);
  const ids = [...promises, ...plans].map(({ id }) => id);
  const onAgreement = await replacedOnAgreement(tx, { workspaceId: workspace.id, ids });
  const toRestore = [...replacedPromises, ...onAgreement].filter((id) => !replaced.has(id));
  await restoreReplaced(tx, { workspace, promiseIds: toRestore, now });
  await tx.prisma.promise.updateMany({
    where: { workspaceId: workspace.id, id: { in: confirmedPromises.filter((id) => !confirmed.has(id)) } },
    data: { unconfirmed: true },
  });
  await tx.prisma.dispute.updateMany({
    where: { workspaceId: workspace.id, id: { in: [...endedDisputes] } },
    data: { endedOn: null, outcome: null, conceded: null },
  });
  // ended on the day they began, both have stopped nothing
  const running = { ...own, OR: [{ endedOn: null }, { endedWithInvoice: true }] };
  for (const dispute of await tx.prisma.dispute.findMany({ where: running })) {
    const ended = { endedOn: dispute.raisedOn, outcome: 'for_us', endedWithInvoice: false };
    await tx.prisma.dispute.update({ where: { id: dispute.id }, data: ended });
  }
  const standing = { ...own, OR: [{ endedOn: null }, { confirmed: true }] };
  for (const { id, fromOn } of await tx.prisma.hold.findMany({ where: standing })) {
    await tx.prisma.hold.update({ where: { id }, data: { endedOn: fromOn, confirmed: false } });
    await closeByKey(tx, workspace, agreementKey({ holdId: id }), now);
  }
  const withdrawn = { state: 'withdrawn', endedOn: today };
  const { count: agreed } = await tx.prisma.writeOff.updateMany({
    where: { ...own, state: 'agreed' },
    data: withdrawn,
  });
  if (agreed > 0) {
    const about = { workspace, debtorId: activity.debtorId, activityId: activity.id };
    await tellFinanceOfWriteOff(tx, { ...about, became: 'taken_back', by: member, now });
  }
  const { count: proposed } = await tx.prisma.writeOff.updateMany({
    where: { ...own, state: 'proposed' },
    data: withdrawn,
  });
  if (agreed + proposed > 0) await closeByKey(tx, workspace, agreementKey({ writeOffId: activity.id }), now);
  await tx.prisma.hold.updateMany({
    where: { workspaceId: workspace.id, id: { in: [...endedHolds] } },
    data: { endedOn: null },
  });
  await takeBackConditions(tx, { workspace, activity, endedConditions, now });
  await takeBackReason(tx, { workspace, activity, now });
  await takeBackMending(tx, { workspace, activity, now });
  await tx.prisma.payment.updateMany({
    where: { ...account, id: { in: [...placedPayments] } },
    data: { meantFor: null, meantForAt: null },
  });
  await closeByKey(tx, workspace, `call_back:${activity.id}`, now);
  await closeByKey(tx, workspace, `reply:${activity.id}`, now);
  await closeByKey(tx, workspace, `find_payment:${activity.id}`, now);
  if (foundDead && activity.contactId) await reviveNumber(tx, activity.contactId, foundDead);
  for (const contactId of deadAddresses) await reviveAddress(tx, contactId);
  const there = { workspaceId: workspace.id, id: { in: [...leftContacts] } };
  await tx.prisma.contact.updateMany({ where: there, data: { leftOn: null } });
  if (cameBack) await takeBackCameBack(tx, { workspace, cameBack, now });
  if (ownCameBack) await takeBackOwnCameBack(tx, { workspace, ownCameBack, now });
  await reopenAnswered(tx, { workspace, activity, now });
  await keepStopped(tx, { workspace, debtorId: activity.debtorId, now });
}

async function reviveNumber(tx: Tx, id: string, which: true | 'phone' | 'mobile'): Promise<void> {
  const contact = await tx.prisma.contact.findUniqueOrThrow({ where: { id } });
  const wrong = wrongNumbers(contact).filter((number) => which !== true && number !== contact[which]);
  const deadChannels = deadWithNumbers(contact, wrong);
  await tx.prisma.contact.update({ where: { id }, data: { deadChannels } });
}

async function reviveAddress(tx: Tx, id: string): Promise<void> {
  const contact = await tx.prisma.contact.findUniqueOrThrow({ where: { id } });
  const deadChannels = contact.deadChannels.filter((dead) => dead !== 'email');
  await tx.prisma.contact.update({ where: { id }, data: { deadChannels } });
}

/** What waits for a manager's agreement is asked of them again. */
async function restoreReplaced(
  tx: Tx,
  replaced: { workspace: WorkspaceContext; promiseIds: readonly string[]; now: Date },
): Promise<void> {
  const { workspace, promiseIds, now } = replaced;
  const workspaceId = workspace.id;
  const where = { workspaceId, id: { in: [...promiseIds] }, state: { in: ['superseded', 'broken'] } };
  const promises = await tx.prisma.promise.findMany({ where });
  const open = { state: 'open', endedOn: null };
  await tx.prisma.promise.updateMany({ where, data: { ...open, replacedOn: null } });
  const planIds = promises.flatMap(({ planId }) => planId ?? []);
  await tx.prisma.plan.updateMany({ where: { workspaceId, id: { in: planIds } }, data: open });
  await askForAgreementAgain(tx, { workspace, promises, now });
}

async function closeByKey(tx: Tx, workspace: WorkspaceContext, key: string, now: Date): Promise<void> {
  const prompt = await tx.prisma.prompt.findFirst({ where: { workspaceId: workspace.id, key } });
  if (!prompt) return;
  // the end of a stop that had held it does not ask it again
  const details = { stoppedBy: null };
  await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId: prompt.id, details });
  await closePrompt(tx, {
    workspace,
    promptId: prompt.id,
    state: 'cancelled',
    outcome: 'It was taken back.',
    now,
  });
}
