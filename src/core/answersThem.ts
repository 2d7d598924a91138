import { isConversation, isReply } from './activityKinds.ts';
import { addBusinessDays, type Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { ActivityFact } from './facts.ts';

/**
 * Whether what we write now rather answers the customer, or confirms a talk, than starts anew: something came from them, or was said, today or on
 * the business day before, and nothing that we started went out since. "Answers, and the confirmation after a conversation, do not count"
 * (domain.md, *Spacing*).
 */
export function answersThem(activities: readonly ActivityFact[], today: Day, calendar: Calendar): boolean {
  const since = addBusinessDays(calendar, today, -1);
  const theirs = activities.filter((one) => isReply(one) || isConversation(one));
  const last = Math.max(
    ...theirs.filter(({ on }) => on >= since && on <= today).map(({ at }) => at.getTime()),
  );
  return activities.every(({ counted, at }) => !counted || at.getTime() < last) && Number.isFinite(last);
}
