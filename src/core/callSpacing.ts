import { isConversation } from './activityKinds.ts';
import { addBusinessDays, type Calendar, nextOpenDay } from './calendar.ts';
import type { ContactLimits } from './contactLimits.ts';
import { addDays, type Day } from './day.ts';
import type { ActivityFact } from './facts.ts';
import { latest } from './never.ts';

export interface CallSpacing {
  /** attempts that count in the window that ends with the day asked for */
  readonly used: number;
  /** the first day, from the day asked for on, on which a call is within the limits */
  readonly opensOn: Day;
  /** the day of the conversation that calls rest after */
  readonly restsAfter?: Day;
}

const notCounted = new Set(['not_connected', 'wrong_number']);

/**
 * When one person may be called next, by day: at most so many attempts in any window, none after a conversation for some
 * days, and on business days only where the limits say so. Calls that the person asked for, that did not connect or that
 * went to a wrong number are not counted; a conversation counts whoever started it.
 * @param activities of that person alone
 * @param dayOf the day of an activity, in the zone that days are counted in
 */
export function callSpacing(
  activities: readonly ActivityFact[],
  limits: ContactLimits,
  { on, calendar, dayOf }: { on: Day; calendar: Calendar; dayOf: (activity: ActivityFact) => Day },
): CallSpacing {
  const attempts: Day[] = [];
  let restsAfter: Day | undefined;
  for (const activity of activities) {
    if (activity.kind !== 'call') continue;
    const day = dayOf(activity);
    if (day > on) continue;
    if (isConversation(activity) && (restsAfter === undefined || day > restsAfter)) restsAfter = day;
    if (isCounted(activity)) attempts.push(day);
  }
  attempts.sort((a, b) => b - a);
  const fullSince = attempts[limits.calls - 1];
  let opensOn = fullSince === undefined ? on : latest(on, addDays(fullSince, limits.callWindowDays));
  if (restsAfter !== undefined) opensOn = latest(opensOn, afterRest(restsAfter, limits, calendar));
  if (limits.businessDaysOnly) opensOn = nextOpenDay(calendar, opensOn);
  const used = attempts.filter((day) => day > on - limits.callWindowDays).length;
  return restsAfter === undefined ? { used, opensOn } : { used, opensOn, restsAfter };
}

function isCounted({ direction, requested, outcome }: ActivityFact): boolean {
  return direction === 'out' && !requested && (outcome === undefined || !notCounted.has(outcome));
}

function afterRest(talk: Day, { rest }: ContactLimits, calendar: Calendar): Day {
  return rest.unit === 'calendar' ? addDays(talk, rest.days) : addBusinessDays(calendar, talk, rest.days);
}
