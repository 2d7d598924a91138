import type { AllocationShare } from './allocate.ts';
import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { dayName } from './dayName.ts';
import { FAR_AHEAD } from './draftPromise.ts';
import { formatMoney, type Money } from './money.ts';
import { type PlanRhythm, planDays } from './planDays.ts';
import { type PaymentMethod, type PromiseDays, promiseDays } from './promiseDays.ts';
import { askedOf, type PromisedInvoice, promiseShares } from './promiseShares.ts';

export interface PlanOffer {
  readonly money: Money;
  /** instalments, at least two */
  readonly count: number;
  readonly firstOn: Day;
  readonly rhythm: PlanRhythm;
  readonly madeOn: Day;
  readonly method: PaymentMethod;
  /** the invoices it is for; those of another currency are left out */
  readonly invoices: readonly PromisedInvoice[];
}

export interface Instalment extends PromiseDays {
  readonly promisedOn: Day;
  /** minor units */
  readonly amount: bigint;
  /** what it pays, oldest first; the instalment that completes an invoice pays it in full */
  readonly invoices: readonly AllocationShare[];
}

export interface PlanDraft {
  readonly instalments: readonly Instalment[];
  /** minor units beyond what is open on its invoices */
  readonly left: bigint;
  /** why a manager has to agree first, as sentences; empty when nobody has to */
  readonly agreement: readonly string[];
}

/** What a role may agree to by itself. */
export interface PlanLimits {
  readonly instalments: number;
  /** calendar days from today to the last instalment */
  readonly days: number;
}

/**
 * Works an instalment plan out before it is recorded: equal instalments, the last of which takes what does not divide, each a promise
 * of its own. An invoice is paid in full by the instalment that completes what is asked for of it, and its clock stands still from the day the plan was made
 * until that instalment is judged. Beyond the limits, or for less than half of what is overdue on its invoices, a manager agrees. Throws
 * RangeError for fewer than two instalments, for less than a minor unit each, and for a first day that has passed.
 */
export function draftPlan(
  offer: PlanOffer,
  { calendar, locale, limits }: { calendar: Calendar; locale: string; limits: PlanLimits },
): PlanDraft {
  const { money, count, firstOn, rhythm, madeOn, method } = offer;
  if (count < 2) throw new RangeError('a plan has two instalments at least');
  if (firstOn < madeOn) throw new RangeError('a plan begins on a day that has not passed');
  const each = money.amount / BigInt(count);
  if (each <= 0n) throw new RangeError('each instalment is of some money');
  const days = planDays(firstOn, count, rhythm);
  let open = offer.invoices.filter((invoice) => invoice.currency === money.currency);
  const overdue = open
    .filter((invoice) => invoice.dueOn < madeOn)
    .reduce((sum, invoice) => sum + askedOf(invoice), 0n);
  let left = 0n;
  const instalments = days.map((promisedOn, index) => {
    const amount = index < count - 1 ? each : money.amount - each * BigInt(count - 1);
    const paid = promiseShares({ currency: money.currency, amount }, open);
    left += paid.left;
    open = open.map((invoice) => less(invoice, paid.shares));
    return { promisedOn, amount, invoices: paid.shares, ...promiseDays(promisedOn, method, calendar) };
  });
  const last = days.at(-1) ?? firstOn;
  const agreement = [
    ...(count > limits.instalments ? [`It has more than ${limits.instalments} instalments.`] : []),
    ...(firstOn - madeOn > FAR_AHEAD
      ? [`The first one, on ${dayName(firstOn, locale)}, is more than ${FAR_AHEAD} days ahead.`]
      : []),
    ...(last - madeOn > limits.days
      ? [`The last one, on ${dayName(last, locale)}, is more than ${limits.days} days ahead.`]
      : []),
    ...(money.amount * 2n < overdue
      ? [
          `${formatMoney(money.amount, money.currency, locale)} is less than half of the ${formatMoney(overdue, money.currency, locale)} overdue.`,
        ]
      : []),
  ];
  return { instalments, left, agreement };
}

function less(invoice: PromisedInvoice, paid: readonly AllocationShare[]): PromisedInvoice {
  const share = paid.find(({ invoiceId }) => invoiceId === invoice.id);
  if (!share) return invoice;
  const [asked, { amount }] = [askedOf(invoice), share];
  return {
    ...invoice,
    outstanding: invoice.outstanding - amount,
    asked: amount < asked ? asked - amount : 0n,
  };
}
