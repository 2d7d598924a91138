import type { Decision } from '../../core/decision.ts';

/** Whether a harsh step or task waits for payments that are known up to date. */
export function waitsForPayments(decision: Decision): boolean {
  return decision.waiting?.why === 'freshness' || decision.taskWaitsForPayments === true;
}
