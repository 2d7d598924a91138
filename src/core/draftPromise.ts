import type { AllocationShare } from './allocate.ts';
import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { dayName } from './dayName.ts';
import { formatMoney, type Money } from './money.ts';
import { type PaymentMethod, type PromiseDays, promiseDays } from './promiseDays.ts';
import { askedOf, type PromisedInvoice, promiseShares } from './promiseShares.ts';

/** Further ahead than this many calendar days a manager agrees. */
export const FAR_AHEAD = 14;

export interface PromiseOffer {
  readonly money: Money;
  readonly madeOn: Day;
  readonly promisedOn: Day;
  readonly method: PaymentMethod;
  /** the invoices it is for; those of another currency are left out */
  readonly invoices: readonly PromisedInvoice[];
}

export interface PromiseDraft extends PromiseDays {
  /** what it pays, oldest first; only invoices of which it pays all that is asked for have their clock stopped */
  readonly invoices: readonly AllocationShare[];
  /** minor units beyond what is open on its invoices */
  readonly left: bigint;
  /** why a manager has to agree first, as sentences; empty when nobody has to */
  readonly agreement: readonly string[];
}

/**
 * Works a promise to pay out before it is recorded: its days, the invoices that it pays, and whether a manager has to agree
 * (more than 14 calendar days ahead, or less than half of what is overdue and asked for on its invoices). Throws RangeError for a promise
 * of nothing or of a day before it was made.
 */
export function draftPromise(offer: PromiseOffer, calendar: Calendar, locale: string): PromiseDraft {
  const { money, madeOn, promisedOn, method } = offer;
  if (money.amount <= 0n) throw new RangeError('a promise is of some money');
  if (promisedOn < madeOn) throw new RangeError('a promise is for a day that has not passed');
  const invoices = offer.invoices.filter((invoice) => invoice.currency === money.currency);
  const { shares, left } = promiseShares(money, invoices);
  const agreement: string[] = [];
  if (promisedOn - madeOn > FAR_AHEAD) {
    agreement.push(`${dayName(promisedOn, locale)} is more than ${FAR_AHEAD} days ahead.`);
  }
  const overdue = invoices
    .filter((invoice) => invoice.dueOn < madeOn && invoice.outstanding > 0n)
    .reduce((sum, invoice) => sum + askedOf(invoice), 0n);
  if (money.amount * 2n < overdue) {
    const promised = formatMoney(money.amount, money.currency, locale);
    agreement.push(
      `${promised} is less than half of the ${formatMoney(overdue, money.currency, locale)} overdue.`,
    );
  }
  return { ...promiseDays(promisedOn, method, calendar), invoices: shares, left, agreement };
}
