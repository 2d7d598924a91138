import type { PromiseFact } from './facts.ts';

/** The promises that were agreed on in one: all instalments of its plan, as they are given, or a promise alone. */
export function agreedTogether(promise: PromiseFact, all: readonly PromiseFact[]): readonly PromiseFact[] {
  const { planId } = promise;
  return planId === undefined ? [promise] : all.filter((other) => other.planId === planId);
}
