import type { Day } from './day.ts';
import { dayJudged } from './dayJudged.ts';
import type { PromiseFact } from './facts.ts';

/**
 * The promises of one debtor as they stand on a day if no money arrives until then: what was to be judged by then is broken, or cancelled where a
 * manager or whoever pays has not agreed to it, and a missed instalment ends its plan. Answers how many broke; an ended plan counts once.
 */
export function unpaidBy(
  promises: readonly PromiseFact[],
  day: Day,
): { readonly promises: readonly PromiseFact[]; readonly broken: number } {
  const missed = promises.filter((promise) => promise.state === 'open' && dayJudged(promise) <= day);
  if (missed.length === 0) return { promises, broken: 0 };
  const first = new Map<string, PromiseFact>();
  for (const promise of missed.toSorted((a, b) => dayJudged(a) - dayJudged(b))) {
    const key = promise.planId ?? promise.id;
    if (!first.has(key)) first.set(key, promise);
  }
  return {
    promises: promises.map((promise) => {
      const broke = first.get(promise.planId ?? promise.id);
      if (promise.state !== 'open' || !broke) return promise;
      const state = promise.id === broke.id && isBroken(broke) ? 'broken' : 'cancelled';
      return { ...promise, state, endedOn: dayJudged(broke) };
    }),
    broken: [...first.values()].filter(isBroken).length,
  };
}

function isBroken({ awaitsAgreement, confirmBy }: PromiseFact): boolean {
  return !awaitsAgreement && confirmBy === undefined;
}
