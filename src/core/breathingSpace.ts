import { addDays, type Day } from './day.ts';

const BREATHING_SPACE_DAYS = 60;

/**
 * The first calendar day on which a breathing space that began on `since` is over, where nothing else is known: it lasts 60 days, the day on which it
 * began included (Debt Respite Scheme Regulations 2020, SI 2020/1311, regulation 26). That of a mental health crisis lasts longer
 * (regulation 32), and an adviser may end either: what holds is the creditor's notice, so that it never ends by this day alone.
 */
export function breathingSpaceOverOn(since: Day): Day {
  return addDays(since, BREATHING_SPACE_DAYS);
}
