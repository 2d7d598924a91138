import type { Day } from './day.ts';
import type { Pending } from './givesWay.ts';
import { replacePromise } from './replacePromise.ts';

/** An open promise, or an instalment of a plan, on invoices that are promised anew. */
export interface OpenPromise extends Pending {
  readonly id: string;
  readonly planId: string | null;
  readonly promisedOn: Day;
  readonly renewals: number;
}

export interface Renewal {
  /** id of the promise that counts as renewed: the most renewed of them */
  readonly renews: string | undefined;
  /** how often the new one has been renewed */
  readonly renewals: number;
  readonly managerAgrees: boolean;
  /** ids of the plans of which an instalment's date has come by the day of the talk: they are broken, and nothing of them is renewed */
  readonly brokenPlans: ReadonlySet<string>;
}

/** What an agreement that was given on a day renews of the open ones on its invoices, whether they end at once or stand for a time beside it. */
export function renewalOf(old: readonly OpenPromise[], madeOn: Day): Renewal {
  const brokenPlans = new Set(
    old.flatMap((one) =>
      one.planId !== null && isBinding(one) && one.promisedOn <= madeOn ? [one.planId] : [],
    ),
  );
  let result: Renewal = { renews: undefined, renewals: 0, managerAgrees: false, brokenPlans };
  for (const one of old) {
    if (one.planId !== null && brokenPlans.has(one.planId)) continue;
    const { renewals, managerAgrees } = replacePromise({ ...one, unconfirmed: !isBinding(one) }, madeOn);
    if (result.renews === undefined || renewals > result.renewals)
      result = { renews: one.id, renewals, managerAgrees, brokenPlans };
  }
  return result;
}

/** Whether whoever pays can break it. */
export function isBinding({ unconfirmed, awaitsAgreement }: Pending): boolean {
  return !unconfirmed && !awaitsAgreement;
}
