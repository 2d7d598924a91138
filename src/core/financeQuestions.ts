import type { Holdback } from './holdback.ts';

/** What holds harsh steps back until finance ends it: payments known up to date, and what unapplied cash is for. */
export type FinanceQuestion = 'freshness' | 'unplaced_cash';

/** Those of them that hold a step or task back now. */
export function financeQuestions(held: readonly Holdback[]): FinanceQuestion[] {
  return held.flatMap(({ rule, outcome }) => (outcome === 'stop' && isFinances(rule) ? [rule] : []));
}

function isFinances(rule: string): rule is FinanceQuestion {
  return rule === 'freshness' || rule === 'unplaced_cash';
}
