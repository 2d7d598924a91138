import { type Day, dateOfDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import type { Instalment } from '../../core/draftPlan.ts';
import { formatMoney } from '../../core/money.ts';
import { newId } from '../../core/newId.ts';
import { renewalOf } from '../../core/renewalOf.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { askForAgreement } from '../agreements/askForAgreement.ts';
import { dayOfTalk } from '../agreements/dayOfTalk.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { promisesInTheWay } from '../promises/promisesInTheWay.ts';
import { replacePromises } from '../promises/replacePromises.ts';
import { draftDebtorPlan } from './draftDebtorPlan.ts';
import type { PlanWords } from './PlanWords.ts';

/**
 * Records an instalment plan: each instalment is a promise of its own, promises and plans on the same invoices give way to it (those of
 * whoever pays only once they confirm an unconfirmed one, and to one that a manager has to agree to only once they do), and a manager is asked where it is beyond what the member may agree to; a
 * manager who records it has agreed. The caller holds the debtor's lock. Throws what `draftDebtorPlan` throws.
 */
export async function recordPlan(
  tx: Tx,
  recording: Recording & {
    readonly contactId: string | undefined;
    /** agreed on with somebody who does not pay */
    readonly unconfirmed: boolean;
    /** when it was agreed on: it counts from that day */
    readonly madeAt: Date;
    readonly words: PlanWords;
  },
): Promise<{ said: string[]; replaced: readonly string[] }> {
  const { workspace, member, debtorId, activityId, words, now } = recording;
  const { currency, amount } = words;
  const madeOn = dayOfTalk(workspace, recording.madeAt, now);
  const draft = await draftDebtorPlan(tx, recording);
  const invoiceIds = draft.instalments.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId));
  const old = await promisesInTheWay(tx, { workspace, debtorId, currency, invoiceIds });
  const { managerAgrees, renewals, brokenPlans } = renewalOf(old, madeOn);
  const renewed = managerAgrees ? ['What it takes the place of was renewed twice already.'] : [];
  const agreement = [...draft.agreement, ...renewed];
  const waits = agreement.length > 0 && member.role !== 'manager';
  const next = { unconfirmed: recording.unconfirmed, awaitsAgreement: waits };
  const replaced = await replacePromises(tx, { workspace, old, next, madeOn, brokenPlans, now });
  const planId = newId();
  await tx.prisma.plan.create({
    data: {
      id: planId,
      workspaceId: workspace.id,
      debtorId,
      activityId,
      contactId: recording.contactId ?? null,
      memberId: member.id,
      currency,
      amount,
      madeOn: dateOfDay(madeOn),
      recordedAt: now,
    },
  });
  const agreed = agreement.length > 0 ? !waits : null;
  for (const instalment of draft.instalments)
    await recordInstalment(tx, recording, { planId, agreed, renewals, madeOn, instalment });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'plan_recorded',
    subjectKind: 'plan',
    subjectId: planId,
    after: {
      ...{ debtorId, currency, amount: amount.toString(), count: words.count, first: words.on },
      replaced: [...replaced.promiseIds],
    },
  });
  const money = formatMoney(amount, currency, member.locale);
  const last = draft.instalments.at(-1)?.promisedOn ?? todayOf(workspace, now);
  const plan = `${money} in ${words.count} instalments, the last on ${dayName(last, member.locale)}`;
  const said = [
    `Plan recorded: ${plan}.`,
    ...(replaced.promiseIds.length > 0 ? ['It takes the place of what was promised before.'] : []),
    ...(replaced.stand && !waits
      ? ['What was promised before stands until whoever pays confirms the plan.']
      : []),
    ...(recording.unconfirmed ? ['It is unconfirmed: whoever pays has still to confirm it.'] : []),
  ];
  if (!waits) return { said, replaced: replaced.promiseIds };
  const what = `${member.name} recorded a plan: ${plan}.`;
  const until = replaced.stand ? { until: 'what was promised before stands' } : {};
  const asked = { workspace, debtorId, subject: { planId }, what, why: agreement, ...until, now };
  return { said: [...said, await askForAgreement(tx, asked)], replaced: replaced.promiseIds };
}

async function recordInstalment(
  tx: Tx,
  {
    workspace,
    member,
    debtorId,
    activityId,
    contactId,
    unconfirmed,
    words,
    now,
  }: Parameters<typeof recordPlan>[1],
  part: { planId: string; agreed: boolean | null; renewals: number; madeOn: Day; instalment: Instalment },
): Promise<void> {
  const { planId, agreed, renewals, madeOn, instalment } = part;
  const shares = instalment.invoices.map((share) => ({ ...share, workspaceId: workspace.id }));
  await tx.prisma.promise.create({
    data: {
      ...{ id: newId(), workspaceId: workspace.id, debtorId, planId, activityId, memberId: member.id },
      ...{ contactId: contactId ?? null, currency: words.currency, method: words.method, agreed, renewals },
      unconfirmed,
      amount: instalment.amount,
      madeOn: dateOfDay(madeOn),
      promisedOn: dateOfDay(instalment.promisedOn),
      lastOn: dateOfDay(instalment.lastOn),
      judgeOn: dateOfDay(instalment.judgeOn),
      recordedAt: now,
      invoices: { create: shares },
    },
  });
}
