import { arePaymentsFresh } from './arePaymentsFresh.ts';
import { cashToPlace } from './cashToPlace.ts';
import type { DecisionInput } from './decision.ts';

/** What holds harsh steps back until finance ends it: payments known up to date, and what unapplied cash is for. */
export type FinanceQuestion = 'freshness' | 'unplaced_cash';

/** Those of them that keep a step from going today; none for one that is not harsh. */
export function financeQuestions(
  { harsh }: { readonly harsh: boolean },
  { facts, today, calendar, settings, paymentsFreshUntil }: DecisionInput,
): FinanceQuestion[] {
  if (!harsh) return [];
  return [
    ...(arePaymentsFresh(paymentsFreshUntil, { today, calendar, settings }) ? [] : ['freshness' as const]),
    ...(cashToPlace(facts).length > 0 ? ['unplaced_cash' as const] : []),
  ];
}
