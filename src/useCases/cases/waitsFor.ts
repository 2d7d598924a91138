import type { Decision, FinanceQuestion } from '../../core/decision.ts';

/** Whether a harsh step or task waits for what only finance can say. */
export function waitsFor({ waiting, tasksWaitFor = [] }: Decision, what: FinanceQuestion): boolean {
  return waiting?.why === what || tasksWaitFor.includes(what);
}
