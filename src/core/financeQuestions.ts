import { arePaymentsFresh } from './arePaymentsFresh.ts';
import { cashToPlace } from './cashToPlace.ts';
import type { DecisionInput } from './decision.ts';
import type { Holdback } from './holdback.ts';

/** What holds harsh steps back until finance ends it: payments known up to date, and what unapplied cash is for. */
export type FinanceQuestion = 'freshness' | 'unplaced_cash';

/** Those of them that hold a harsh step back today, whichever it is. */
export function openQuestions({
  facts,
  today,
  calendar,
  settings,
  paymentsFreshUntil,
}: DecisionInput): FinanceQuestion[] {
  return [
    ...(arePaymentsFresh(paymentsFreshUntil, { today, calendar, settings }) ? [] : ['freshness' as const]),
    ...(cashToPlace(facts).length > 0 ? ['unplaced_cash' as const] : []),
  ];
}

/** Those of them that hold a step or task back now. */
export function financeQuestions(held: readonly Holdback[]): FinanceQuestion[] {
  return held.flatMap(({ rule, outcome }) => (outcome === 'stop' && isFinances(rule) ? [rule] : []));
}

function isFinances(rule: string): rule is FinanceQuestion {
  return rule === 'freshness' || rule === 'unplaced_cash';
}
