import { addDays, type Day } from './day.ts';
import type { DebtorFacts, DisputeFact, HoldFact, PromiseFact } from './facts.ts';
import { NEVER } from './never.ts';

/** Days, both included, on which an invoice's effective clock stands still. */
export interface Stop {
  readonly from: Day;
  readonly to: Day;
  readonly by: 'hold' | 'promise' | 'dispute';
}

/** What stops the clocks of a debtor's invoices, as recorded up to a day. */
export interface ClockStops {
  /** of one invoice, ordered by first day; overlapping ones are not merged */
  of(invoiceId: string): readonly Stop[];
}

const NONE: readonly Stop[] = [];
const noStops: ClockStops = { of: () => NONE };

/**
 * The stops of a debtor's invoices as recorded up to `today`: holds from–until; promises that pay the invoice in full from
 * the day they were made to the judging day while open and standing, or kept; disputes of the whole invoice until they end, unless they
 * ended for us.
 */
export function clockStops({ holds, promises, disputes }: DebtorFacts, today: Day): ClockStops {
  if (holds.length + promises.length + disputes.length === 0) return noStops;
  const everywhere: Stop[] = [];
  const own = new Map<string, Stop[]>();
  const add = (invoiceId: string | undefined, stop: Stop) => {
    if (stop.to < stop.from) return;
    if (invoiceId === undefined) everywhere.push(stop);
    else if (!own.get(invoiceId)?.push(stop)) own.set(invoiceId, [stop]);
  };
  for (const hold of holds) {
    if (hold.kind === 'hold' && !hold.awaitsAgreement)
      add(hold.invoiceId, { from: hold.fromOn, to: lastDayOf(hold), by: 'hold' });
  }
  for (const promise of promises) {
    if (!promiseStops(promise, today)) continue;
    for (const { invoiceId, inFull } of promise.invoices) {
      if (inFull) add(invoiceId, { from: promise.madeOn, to: promise.judgeOn, by: 'promise' });
    }
  }
  for (const dispute of disputes) {
    if (disputeStops(dispute, today)) add(dispute.invoiceId, stopOf(dispute));
  }
  const memo = new Map<string, readonly Stop[]>();
  const of = (invoiceId: string): readonly Stop[] => {
    const known = memo.get(invoiceId);
    if (known) return known;
    const stops = [...everywhere, ...(own.get(invoiceId) ?? NONE)].sort((a, b) => a.from - b.from);
    memo.set(invoiceId, stops);
    return stops;
  };
  return { of };
}

/** The last day that a hold covers; before its first day when it was ended before it began. */
export function lastDayOf({ untilOn, endedOn }: HoldFact): Day {
  return endedOn === undefined || endedOn > untilOn ? untilOn : addDays(endedOn, -1);
}

/** Whether a promise is open on a day, as recorded up to then. */
export function promiseIsOpen(promise: PromiseFact, on: Day): boolean {
  return promise.madeOn <= on && stateOn(promise, on) === 'open';
}

/** Whether an open promise stops anything on a day: a manager agreed where one has to, and whoever pays confirmed it or has time to yet. */
export function promiseStands({ awaitsAgreement, confirmBy }: PromiseFact, on: Day): boolean {
  return !awaitsAgreement && (confirmBy === undefined || on <= confirmBy);
}

/** Whether a dispute is running on a day, as recorded up to then. */
export function disputeIsOpen({ raisedOn, endedOn }: DisputeFact, on: Day): boolean {
  return raisedOn <= on && (endedOn === undefined || endedOn > on);
}

function promiseStops(promise: PromiseFact, today: Day): boolean {
  if (promise.awaitsAgreement || promise.madeOn > today) return false;
  const state = stateOn(promise, today);
  // the money came: whoever promised it
  return state === 'kept' || (state === 'open' && promiseStands(promise, today));
}

function stateOn({ endedOn, state }: PromiseFact, on: Day): PromiseFact['state'] {
  return endedOn !== undefined && endedOn > on ? 'open' : state;
}

function disputeStops(dispute: DisputeFact, today: Day): boolean {
  if (!dispute.whole || dispute.raisedOn > today) return false;
  return disputeIsOpen(dispute, today) || dispute.outcome !== 'for_us';
}

function stopOf({ raisedOn, endedOn }: DisputeFact): Stop {
  return { from: raisedOn, to: endedOn === undefined ? NEVER : addDays(endedOn, -1), by: 'dispute' };
}
