import type { Day } from './day.ts';
import type { PromiseState } from './facts.ts';
import { isMissed, judgePlan } from './judgePlan.ts';
import { type JudgedPromise, judgePromises, type PromiseVerdict } from './judgePromises.ts';
import { NEVER } from './never.ts';
import type { PromisedBook } from './PromisedBook.ts';
import type { Receipt } from './standingReceipts.ts';

/** A promise as recorded: one of its own, or an instalment of a plan. */
export interface AgreedPromise extends JudgedPromise {
  readonly state: PromiseState;
  /** another agreement took its place: it is not judged any more */
  readonly isReplaced: boolean;
}

/** `cancelled`: it was never confirmed, and the money did not come */
export type PlanState = 'open' | 'kept' | 'broken' | 'cancelled';

export interface AgreementVerdicts {
  readonly plans: readonly { readonly planId: string; readonly state: PlanState }[];
  /** `cancelled`: an instalment after the one that was missed, paid or not, or unconfirmed and not kept */
  readonly promises: readonly {
    readonly promiseId: string;
    readonly state: Exclude<PromiseState, 'superseded'>;
    /** minor units that count for it */
    readonly received: bigint;
  }[];
}

/**
 * Judges the promises and plans of one debtor anew from the money that is known; see judgePromises. An instalment that was missed
 * breaks its plan, and the rest of it is promised no more; money that came late in the books may mend a broken plan: then
 * all of it stands again. Whoever pays cannot break what somebody else promised for them, or no manager agreed to: while unconfirmed it is kept or cancelled. A
 * promise that was cancelled for another reason, or replaced, gets no verdict, nor does a plan that was cancelled, or whose place
 * another agreement took.
 */
export function judgeAgreements(input: {
  readonly promises: readonly AgreedPromise[];
  readonly plans: readonly { readonly id: string; readonly state: PlanState }[];
  readonly receipts: readonly Receipt[];
  readonly book: PromisedBook;
  readonly freshUntil: Day | undefined;
  readonly today: Day;
}): AgreementVerdicts {
  const { receipts, book, freshUntil, today } = input;
  const promises = input.promises.filter(({ isReplaced }) => !isReplaced);
  const replaced = new Set(input.promises.flatMap((p) => (p.isReplaced ? (p.planId ?? []) : [])));
  const plans = input.plans.filter(({ id, state }) => state !== 'cancelled' && !replaced.has(id));
  const judge = (which: readonly AgreedPromise[]) =>
    judgePromises({
      promises: which.map((p) => together(p, promises)),
      ...{ receipts, book, freshUntil, today },
    });
  let verdicts = judge(promises.filter(({ state }) => state !== 'cancelled'));
  const mended = plans.filter(
    ({ id, state }) => state === 'broken' && planState(id, promises, verdicts) !== 'broken',
  );
  if (mended.length > 0) {
    const again = new Set(mended.map(({ id }) => id));
    verdicts = judge(promises.filter((p) => p.state !== 'cancelled' || again.has(p.planId ?? '')));
  }
  const judged = plans.map(({ id }) => ({ planId: id, state: planState(id, promises, verdicts) }));
  const promiseOf = new Map(promises.map((promise) => [promise.id, promise]));
  const missedOn = firstMissed(verdicts, promiseOf);
  return {
    plans: judged,
    promises: verdicts.map(({ promiseId, state, received }) => {
      const { planId = '', promisedOn, unconfirmed } = promiseOf.get(promiseId) ?? {};
      const isOver = (promisedOn ?? NEVER) > (missedOn.get(planId) ?? NEVER);
      if (isOver) return { promiseId, state: 'cancelled', received };
      if (state === 'open' || state === 'being_checked') return { promiseId, state: 'open', received };
      return { promiseId, state: unconfirmed && state !== 'kept' ? 'cancelled' : state, received };
    }),
  };
}

/** By plan, the day of the first instalment that was missed: what was to come after it is promised no more. */
function firstMissed(
  verdicts: readonly PromiseVerdict[],
  promiseOf: ReadonlyMap<string, AgreedPromise>,
): ReadonlyMap<string, Day> {
  const missedOn = new Map<string, Day>();
  for (const { promiseId, state } of verdicts) {
    const { planId, promisedOn } = promiseOf.get(promiseId) ?? {};
    if (planId === undefined || promisedOn === undefined || !isMissed(state)) continue;
    const earlier = missedOn.get(planId);
    if (earlier === undefined || promisedOn < earlier) missedOn.set(planId, promisedOn);
  }
  return missedOn;
}

/** Money on any invoice of a plan counts for each of its instalments, and so does what rests of it: which one it came for cannot be told. */
function together(promise: AgreedPromise, all: readonly AgreedPromise[]): JudgedPromise {
  const { planId } = promise;
  if (planId === undefined) return promise;
  const plan = all.filter((other) => other.planId === planId);
  return {
    ...promise,
    invoiceIds: plan.flatMap(({ invoiceIds }) => invoiceIds),
    shares: plan.flatMap(({ shares = [] }) => shares),
  };
}

function planState(
  id: string,
  promises: readonly AgreedPromise[],
  verdicts: readonly PromiseVerdict[],
): PlanState {
  const own = promises.filter(({ planId }) => planId === id);
  const instalments = new Set(own.map((promise) => promise.id));
  const state = judgePlan(
    verdicts.filter(({ promiseId }) => instalments.has(promiseId)).map((verdict) => verdict.state),
  );
  return state === 'broken' && own.some(({ unconfirmed }) => unconfirmed) ? 'cancelled' : state;
}
