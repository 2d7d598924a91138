import { addBusinessDays, type Calendar, nextOpenDay } from './calendar.ts';
import { addDays, type Day } from './day.ts';

/** How the money is to come; anything that is not named here has the tolerance of `unknown`. */
export const paymentMethods = ['transfer', 'card', 'cheque', 'direct_debit', 'cash', 'unknown'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Business days that money may take after the promised day. */
const TOLERANCE: Readonly<Record<PaymentMethod, number>> = {
  transfer: 2,
  card: 0,
  cheque: 5,
  direct_debit: 2,
  cash: 2,
  unknown: 2,
};

export interface PromiseDays {
  /** last day whose money counts */
  readonly lastOn: Day;
  /** the business day on which the promise is judged */
  readonly judgeOn: Day;
  /** the business day before the promised day, for the courtesy reminder */
  readonly remindOn: Day;
}

/**
 * The days that follow from a promised day: itself moved to an open day, money counts until the method's tolerance in
 * business days later, and the promise is judged on the first business day after that.
 */
export function promiseDays(promisedOn: Day, method: PaymentMethod, calendar: Calendar): PromiseDays {
  const promised = nextOpenDay(calendar, promisedOn);
  const lastOn = addBusinessDays(calendar, promised, TOLERANCE[method]);
  return {
    lastOn,
    judgeOn: nextOpenDay(calendar, addDays(lastOn, 1)),
    remindOn: courtesyReminderOn(promisedOn, calendar),
  };
}

/**
 * The last day on which a promise of somebody who does not pay stops anything while the payer has not confirmed it: the business day after
 * it was made, or after a manager agreed to it. "Unconfirmed until the payer answers the same-day email" (domain.md): that is the time in which an answer can be
 * expected, and the word of a person who cannot pay must not hold the ladder for weeks.
 */
export function confirmBy(agreedOn: Day, calendar: Calendar): Day {
  return addBusinessDays(calendar, agreedOn, 1);
}

/** The business day before a promised day. */
export function courtesyReminderOn(promisedOn: Day, calendar: Calendar): Day {
  return addBusinessDays(calendar, promisedOn, -1);
}
