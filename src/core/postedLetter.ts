import { addBusinessDays, type Calendar, nextOpenDay } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import { latest } from './never.ts';

/** Business days after its posting on which a letter counts as received. */
const RECEIVED_AFTER = 2;

/** The day on which a posted letter counts as received: the second business day after a person recorded posting it. */
export function receivedOn(postedOn: Day, calendar: Calendar): Day {
  return addBusinessDays(calendar, postedOn, RECEIVED_AFTER);
}

/** A date that leaves the customer so many calendar days after receipt; never on a closed day. */
export function dateAfterReceipt(postedOn: Day, days: number, calendar: Calendar): Day {
  return nextOpenDay(calendar, addDays(receivedOn(postedOn, calendar), days));
}

/** The date that counts for a posted letter: the one it names, or a later one when it was posted too late for that. */
export function postedDeadline(
  { printedOn, postedOn, days }: { printedOn: Day; postedOn: Day; days: number },
  calendar: Calendar,
): Day {
  return latest(printedOn, dateAfterReceipt(postedOn, days, calendar));
}
