import { agreedTogether } from './agreedTogether.ts';
import { type Calendar, nextOpenDay } from './calendar.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, PromiseFact } from './facts.ts';
import { NEVER } from './never.ts';
import { promiseDeferral } from './promiseDeferral.ts';

/**
 * The business day on which an open promise is judged as things stand: the first on which anything that is left of it need not wait
 * any more (see promiseDeferral). NEVER while all of it waits for something that has no end yet.
 */
export function judgingDay(
  promise: PromiseFact,
  facts: Pick<DebtorFacts, 'invoices' | 'promises' | 'disputes' | 'holds'>,
  calendar: Calendar,
): Day {
  const own = new Set(
    agreedTogether(promise, facts.promises).flatMap(({ invoices }) => invoices.map((of) => of.invoiceId)),
  );
  const days = facts.invoices
    .filter(({ id, outstanding }) => own.has(id) && outstanding > 0n)
    .map(({ id }) => promiseDeferral(promise, id, facts).judgeOn);
  const soonest = days.length > 0 ? (Math.min(...days) as Day) : promise.judgeOn;
  return soonest < NEVER ? nextOpenDay(calendar, soonest) : NEVER;
}
