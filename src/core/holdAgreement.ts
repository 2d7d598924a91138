import { businessDaysBetween, type Calendar } from './calendar.ts';
import { lastDayOf } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import { dayName, shortDay } from './dayName.ts';
import type { HoldFact } from './facts.ts';

/** Over this many calendar days, the first and the last included, a manager agrees. */
const FREELY = 14;

export interface HoldOffer {
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** the whole debtor when absent */
  readonly invoiceId?: string | undefined;
}

/**
 * Why a manager has to agree to a hold first, as sentences; empty when nobody has to: it is longer than 14 calendar days, or no
 * business day lies between it and an earlier hold on the same invoices.
 */
export function holdAgreement(
  offer: HoldOffer,
  earlier: readonly HoldFact[],
  { calendar, locale }: { calendar: Calendar; locale: string },
): string[] {
  const agreement: string[] = [];
  if (offer.untilOn - offer.fromOn + 1 > FREELY) {
    agreement.push(`It is longer than ${FREELY} days, until ${dayName(offer.untilOn, locale)}.`);
  }
  const before = earlier.find((hold) => isInARow(hold, offer, calendar));
  if (before) {
    agreement.push(`It is the second in a row, after one until ${shortDay(lastDayOf(before), locale)}.`);
  }
  return agreement;
}

/** Whether no business day lies between two holds that cover an invoice in common. One that was taken back covered nothing. */
function isInARow(hold: HoldFact, { fromOn, untilOn, invoiceId }: HoldOffer, calendar: Calendar): boolean {
  if (hold.kind !== 'hold' || hold.awaitsAgreement) return false;
  const last = lastDayOf(hold);
  const sameInvoices =
    hold.invoiceId === undefined || invoiceId === undefined || hold.invoiceId === invoiceId;
  if (!sameInvoices || last < hold.fromOn) return false;
  const [end, begin] = last < fromOn ? [last, fromOn] : [untilOn, hold.fromOn];
  return begin <= end || businessDaysBetween(calendar, end, addDays(begin, -1)) === 0;
}
