import type { AgreedPromise, AgreementVerdicts, PlanState } from './judgeAgreements.ts';
import { isMissed } from './judgePlan.ts';

/**
 * Verdicts as they are recorded on a closed day: what was open and did not come is judged on the next open day, and stays open until
 * then; what was kept, or is kept anew, is so at once, and money that was taken back judges again at once.
 */
export function waitForOpenDay(
  verdicts: AgreementVerdicts,
  before: {
    readonly promises: readonly AgreedPromise[];
    readonly plans: readonly { readonly id: string; readonly state: PlanState }[];
  },
): AgreementVerdicts {
  const promises = new Map(before.promises.map((promise) => [promise.id, promise]));
  const plans = new Map(before.plans.map(({ id, state }) => [id, state]));
  const judgedAgain = new Set(
    verdicts.promises.flatMap(({ promiseId, state }) => {
      const promise = promises.get(promiseId);
      return promise && promise.state !== 'open' && isMissed(state) ? [promise.planId ?? promiseId] : [];
    }),
  );
  const waits = (agreement: string, from: string | undefined, to: string) =>
    from === 'open' && to !== 'kept' && !judgedAgain.has(agreement);
  return {
    plans: verdicts.plans.map((verdict) =>
      waits(verdict.planId, plans.get(verdict.planId), verdict.state)
        ? { ...verdict, state: 'open' }
        : verdict,
    ),
    promises: verdicts.promises.map((verdict) => {
      const { planId = verdict.promiseId, state } = promises.get(verdict.promiseId) ?? {};
      return waits(planId, state, verdict.state) ? { ...verdict, state: 'open' } : verdict;
    }),
  };
}
