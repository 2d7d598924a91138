import { type CallOutcome, callOutcomes } from '../../core/findOutcome.ts';

/** Whether a text names the outcome of a call. */
export function isCallOutcome(text: string): text is CallOutcome {
  return callOutcomes.some((outcome) => outcome === text);
}
