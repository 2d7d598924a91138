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
  const turn = (day: Day | undefined) => {
    if (day !== undefined && day > today && day < next) next = day;
  };
  for (const { outstanding, dueOn, missingSince } of invoices) {
    if (outstanding > 0n) turn(addDays(dueOn, -window));
    turn(missingSince);
  }
  for (const hold of holds) {
    turn(hold.fromOn);
    turn(addDays(lastDayOf(hold), 1));
  }
  for (const { madeOn, endedOn, judgeOn, state } of promises) {
    turn(madeOn);
    turn(endedOn);
    // while a kept promise holds one clock, the others overtake it day by day
    if (state === 'kept' && judgeOn >= today) turn(addDays(today, 1));
  }
  for (const { raisedOn, endedOn } of disputes) {
    turn(raisedOn);
    turn(endedOn);
  }
  for (const { sinceOn, endedOn } of conditions) {
    turn(sinceOn);
    turn(endedOn);
  }
  return next;
}
