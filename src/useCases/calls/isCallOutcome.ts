import { callOutcomes } from '../../core/findOutcome.ts';
import type { CallOutcome } from './CallLog.ts';

/** Whether a text names the outcome of a call. */
export function isCallOutcome(text: string): text is CallOutcome {
  return callOutcomes.some((outcome) => outcome === text);
}
