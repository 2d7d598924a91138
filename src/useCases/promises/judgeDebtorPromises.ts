import { dateOfDay, dayOfDate } from '../../core/day.ts';
import { judgePlan } from '../../core/judgePlan.ts';
import { judgePromises, type PromiseVerdict } from '../../core/judgePromises.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { paymentsFreshUntil } from '../../db/paymentsFreshUntil.ts';
import { loadReceipts } from '../../db/receipts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Plan, PromiseInvoice, Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { closeAgreementPrompt } from '../agreements/closeAgreementPrompt.ts';
import { recordVerdict } from './recordVerdict.ts';

type StoredPromise = PromiseRow & { invoices: PromiseInvoice[] };

interface Judging {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly now: Date;
}

/**
 * Judges a debtor's promises anew from the money that is known: kept as soon as they are full, broken or partially kept
 * from their judging day once payments are fresh, judged again when a payment is taken back. A promise that just broke asks
 * the owner to call the same day; an instalment that was missed breaks its plan, and the rest of it is promised no more. The caller
 * holds the debtor's lock. Returns whether any verdict is new.
 */
export async function judgeDebtorPromises(tx: Tx, judging: Judging): Promise<boolean> {
  const { workspace, debtorId, now } = judging;
  const own = { workspaceId: workspace.id, debtorId };
  const plans = await tx.prisma.plan.findMany({
    where: { ...own, state: { in: ['open', 'kept', 'broken'] } },
  });
  const promises = await tx.prisma.promise.findMany({
    where: {
      ...own,
      OR: [
        { state: { in: ['open', 'kept', 'partially_kept', 'broken'] } },
        { state: 'cancelled', planId: { in: plans.map(({ id }) => id) } },
      ],
      // replaced on or after its date it is broken for good: whatever money comes is for the promise that took its place
      replacedOn: null,
    },
    include: { invoices: true },
  });
  if (promises.length === 0) return false;
  const receipts = await loadReceipts(tx, workspace.id, debtorId);
  const freshUntil = await paymentsFreshUntil(tx, own);
  const today = todayOf(workspace, now);
  const judge = (which: readonly StoredPromise[]) =>
    judgePromises({ promises: which.map((p) => judged(p, promises)), receipts, freshUntil, today });
  const standing = promises.filter(({ state }) => state !== 'cancelled');
  let verdicts = judge(standing);
  // money that came late in the books may have mended what broke a plan: then all of it stands again
  const mended = plans.filter(
    (plan) => plan.state === 'broken' && planState(plan, promises, verdicts) !== 'broken',
  );
  if (mended.length > 0) {
    const again = new Set(mended.map(({ id }) => id));
    verdicts = judge(promises.filter((p) => p.state !== 'cancelled' || again.has(p.planId ?? '')));
  }
  let changed = false;
  const broken = new Set<string>();
  for (const plan of plans) {
    const state = planState(plan, promises, verdicts);
    if (state === 'broken') broken.add(plan.id);
    if (await recordPlanState(tx, judging, plan, state)) changed = true;
  }
  for (const { promiseId, state, received } of verdicts) {
    const promise = promises.find(({ id }) => id === promiseId);
    if (!promise) continue;
    const isOpen = state === 'open' || state === 'being_checked';
    const ended = isOpen ? (broken.has(promise.planId ?? '') ? 'cancelled' : 'open') : state;
    if (await recordVerdict(tx, { ...judging, promise, state: ended, received })) changed = true;
  }
  return changed;
}

function planState(
  { id }: Plan,
  promises: readonly StoredPromise[],
  verdicts: readonly PromiseVerdict[],
): 'open' | 'kept' | 'broken' {
  const instalments = new Set(promises.filter(({ planId }) => planId === id).map((promise) => promise.id));
  return judgePlan(verdicts.filter(({ promiseId }) => instalments.has(promiseId)).map(({ state }) => state));
}

async function recordPlanState(
  tx: Tx,
  { workspace, now }: Judging,
  plan: Plan,
  state: 'open' | 'kept' | 'broken',
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

/** Money on any invoice of a plan counts for each of its instalments: which one it came for cannot be told. */
function judged(promise: StoredPromise, all: readonly StoredPromise[]) {
  const together =
    promise.planId === null ? [promise] : all.filter(({ planId }) => planId === promise.planId);
  return {
    id: promise.id,
    currency: promise.currency,
    amount: promise.amount,
    madeOn: dayOfDate(promise.madeOn),
    promisedOn: dayOfDate(promise.promisedOn),
    lastOn: dayOfDate(promise.lastOn),
    judgeOn: dayOfDate(promise.judgeOn),
    invoiceIds: together.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId)),
  };
}
