import { type Day, dateOfDay, dayOfDate } from '../../core/day.ts';
import type { DebtorFacts, PromiseFact } from '../../core/facts.ts';
import {
  type AgreedPromise,
  type AgreementVerdicts,
  judgeAgreements,
  type PlanState,
} from '../../core/judgeAgreements.ts';
import { nothingToChase } from '../../core/nothingToChase.ts';
import { returnedOf } from '../../core/returnedOf.ts';
import type { Settings } from '../../core/settings.ts';
import type { Receipt } from '../../core/standingReceipts.ts';
import { waitForOpenDay } from '../../core/waitForOpenDay.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { paymentsFreshUntil } from '../../db/paymentsFreshUntil.ts';
import { loadPromisedInvoices } from '../../db/promisedInvoices.ts';
import { loadReceipts } from '../../db/receipts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Plan, PromiseInvoice, Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { closeAgreementPrompt } from '../agreements/closeAgreementPrompt.ts';
import { recordVerdict } from './recordVerdict.ts';

type StoredPromise = PromiseRow & { invoices: PromiseInvoice[] };

interface Judging {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  /** as they stood before */
  readonly facts: DebtorFacts;
  readonly now: Date;
}

/**
 * Judges a debtor's promises anew from the money that is known: kept as soon as they are full, broken or partially kept
 * on a business day from their judging day once payments are fresh, judged again when a payment is taken back. A promise that just broke asks
 * the owner to call the same day, unless nothing of its invoices is to be collected; one that was never confirmed is cancelled; an instalment that was missed breaks its plan, and
 * the rest of it is promised no more. The caller holds the debtor's lock. Returns whether any verdict is new.
 */
export async function judgeDebtorPromises(tx: Tx, judging: Judging): Promise<boolean> {
  const { workspace, debtorId, facts, now } = judging;
  const own = { workspaceId: workspace.id, debtorId };
  const plans = await tx.prisma.plan.findMany({
    where: { ...own, state: { in: ['open', 'kept', 'broken'] } },
  });
  const promises = await tx.prisma.promise.findMany({
    where: {
      ...own,
      OR: [
        { state: { in: ['open', 'kept', 'partially_kept', 'broken'] } },
        { planId: { in: plans.map(({ id }) => id) } },
      ],
    },
    include: { invoices: true },
  });
  if (promises.length === 0) return false;
  const receipts = await loadReceipts(tx, workspace.id, debtorId);
  const talks = await talksAbout(tx, promises, receipts);
  const freshUntil = await paymentsFreshUntil(tx, own);
  const today = todayOf(workspace, now);
  const { disputes, holds } = facts;
  const { settings } = workspace;
  const book = { invoices: await loadPromisedInvoices(tx, own), disputes, holds };
  const before = {
    promises: promises.map((promise) => agreedPromise(promise, { talks, settings })),
    plans: plans.map(({ id, state }) => ({ id, state: state as PlanState })),
  };
  const judged = judgeAgreements({ ...before, receipts, book, freshUntil, today });
  const verdicts = workspace.calendar.isOpen(today) ? judged : waitForOpenDay(judged, before);
  let changed = false;
  for (const { planId, state } of verdicts.plans) {
    const plan = plans.find(({ id }) => id === planId);
    if (plan && (await recordPlanState(tx, judging, plan, state))) changed = true;
  }
  const after = { ...facts, promises: facts.promises.map((promise) => asJudged(promise, verdicts, today)) };
  for (const { promiseId, state, received } of verdicts.promises) {
    const promise = promises.find(({ id }) => id === promiseId);
    const fact = after.promises.find(({ id }) => id === promiseId);
    if (!promise || !fact) continue;
    const isMissed = state === 'broken' || state === 'partially_kept';
    const returned = isMissed ? returnedOf(fact, received, receipts) : 0n;
    const rests = isMissed && nothingToChase(fact, after, { today, settings }) !== undefined;
    if (await recordVerdict(tx, { ...judging, promise, state, received, returned, rests })) changed = true;
  }
  return changed;
}

function asJudged(promise: PromiseFact, { promises }: AgreementVerdicts, today: Day): PromiseFact {
  const state = promises.find(({ promiseId }) => promiseId === promise.id)?.state ?? promise.state;
  return state === promise.state
    ? promise
    : { ...promise, state, endedOn: state === 'open' ? undefined : today };
}

async function recordPlanState(
  tx: Tx,
  { workspace, now }: Judging,
  plan: Plan,
  state: PlanState,
): Promise<boolean> {
  if (state === plan.state) return false;
  const endedOn = state === 'open' ? null : dateOfDay(todayOf(workspace, now));
  await tx.prisma.plan.update({ where: { id: plan.id }, data: { state, endedOn } });
  if (state !== 'open') {
    const outcome = 'The plan is not open any more.';
    await closeAgreementPrompt(tx, { workspace, subject: { planId: plan.id }, outcome, now });
  }
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'plan_judged',
    subjectKind: 'plan',
    subjectId: plan.id,
    before: { state: plan.state },
    after: { state },
  });
  return true;
}

/** When promises were given on whose day money came, by activity: what had been booked by then was not promised. */
async function talksAbout(
  tx: Tx,
  promises: readonly StoredPromise[],
  receipts: readonly Receipt[],
): Promise<ReadonlyMap<string, Date>> {
  const days = new Set(receipts.map(({ valueOn }) => valueOn));
  const ids = promises.flatMap(({ activityId, madeOn }) =>
    activityId !== null && days.has(dayOfDate(madeOn)) ? [activityId] : [],
  );
  if (ids.length === 0) return new Map();
  const talks = await tx.prisma.activity.findMany({
    where: { id: { in: ids } },
    select: { id: true, at: true },
  });
  return new Map(talks.map(({ id, at }) => [id, at]));
}

function agreedPromise(
  { invoices, ...promise }: StoredPromise,
  { talks, settings }: { talks: ReadonlyMap<string, Date>; settings: Pick<Settings, 'smallBalance'> },
): AgreedPromise {
  return {
    id: promise.id,
    currency: promise.currency,
    amount: promise.amount,
    madeOn: dayOfDate(promise.madeOn),
    madeAt: talks.get(promise.activityId ?? ''),
    promisedOn: dayOfDate(promise.promisedOn),
    lastOn: dayOfDate(promise.lastOn),
    judgeOn: dayOfDate(promise.judgeOn),
    invoiceIds: invoices.map(({ invoiceId }) => invoiceId),
    shares: invoices,
    planId: promise.planId ?? undefined,
    smallBalance: BigInt(settings.smallBalance[promise.currency] ?? 0),
    state: promise.state as AgreedPromise['state'],
    unconfirmed: promise.unconfirmed || promise.agreed === false,
    // replaced on or after its date it is broken for good: whatever money comes is for the promise that took its place
    isReplaced: promise.replacedOn !== null,
  };
}
