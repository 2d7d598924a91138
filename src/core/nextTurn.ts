import { lastDayOf } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import type { DebtorFacts } from './facts.ts';
import { NEVER } from './never.ts';

/**
 * The first day after `today` on which recorded facts change by themselves what a debtor's ladder stands on: an invoice
 * enters its window, a hold begins or ends, a promise's stop ends, something recorded for later comes true. NEVER when
 * nothing will.
 */
export function nextTurn(
  { invoices, holds, promises, disputes, conditions }: DebtorFacts,
  window: number,
  today: Day,
): Day {
  let next = NEVER;
  for (const { outstanding, dueOn, missingSince } of invoices) {
    if (outstanding > 0n) next = sooner(next, addDays(dueOn, -window), today);
    next = sooner(next, missingSince, today);
  }
  for (const hold of holds) {
    next = sooner(next, hold.fromOn, today);
    next = sooner(next, addDays(lastDayOf(hold), 1), today);
  }
  for (const { madeOn, endedOn, judgeOn, state, confirmBy } of promises) {
    next = sooner(next, madeOn, today);
    next = sooner(next, endedOn, today);
    if (state === 'open' && confirmBy !== undefined) next = sooner(next, addDays(confirmBy, 1), today);
    // while a kept promise holds one clock, the others overtake it day by day
    if (state === 'kept' && judgeOn >= today) next = addDays(today, 1);
  }
  for (const { raisedOn, endedOn } of disputes) {
    next = sooner(next, raisedOn, today);
    next = sooner(next, endedOn, today);
  }
  for (const { sinceOn, endedOn } of conditions) {
    next = sooner(next, sinceOn, today);
    next = sooner(next, endedOn, today);
  }
  return next;
}

function sooner(next: Day, day: Day | undefined, today: Day): Day {
  return day !== undefined && day > today && day < next ? day : next;
}
