import type { PromiseState } from './facts.ts';
import type { PromiseVerdict } from './judgePromises.ts';

/**
 * What the verdicts on its instalments make of a plan: one that was missed, wholly or in part, breaks it; it is kept once all of them are.
 * Instalments that a broken plan cancelled have no verdict.
 */
export function judgePlan(instalments: readonly PromiseVerdict['state'][]): 'open' | 'kept' | 'broken' {
  if (instalments.some(isMissed)) return 'broken';
  return instalments.every((state) => state === 'kept') ? 'kept' : 'open';
}

/** Whether the day of an instalment passed and its money had not come, or not all of it. */
export function isMissed(state: PromiseVerdict['state'] | PromiseState): boolean {
  return state === 'broken' || state === 'partially_kept';
}
