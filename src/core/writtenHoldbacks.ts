import { isReply } from './activityKinds.ts';
import { addBusinessDays } from './calendar.ts';
import type { OpenItem } from './collectable.ts';
import type { Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DecisionInput } from './decision.ts';
import { type Holdback, type HoldbackRule, held } from './holdback.ts';
import { latest } from './never.ts';
import { writtenSpacing } from './spacing.ts';

const day = (on: Day) => shortDay(on, 'en-GB');

/** Part payments of open items rest written messages. */
function partPaymentRest(
  items: readonly OpenItem[],
  { policy, calendar, today }: DecisionInput,
): Holdback | undefined {
  const paid = lastPartPayment(items, today);
  if (paid === undefined) return undefined;
  const opensOn = addBusinessDays(calendar, paid, policy.partPaymentPauseDays);
  return held(
    'part_payment',
    opensOn,
    today,
    () => `A part payment came on ${day(paid)}: sending rests until ${day(opensOn)}`,
  );
}

/** A reply rests what goes without being weighed: somebody reads it first. */
function replyRest({ facts, policy, calendar, today }: DecisionInput): Holdback | undefined {
  const on = lastDay(facts.activities.filter((activity) => activity.on <= today && isReply(activity)));
  if (on === undefined) return undefined;
  const opensOn = addBusinessDays(calendar, on, policy.replyPauseDays);
  return held(
    'reply',
    opensOn,
    today,
    () => `The customer replied on ${day(on)}: what nobody approves rests until ${day(opensOn)}`,
  );
}

/** Written messages that we start keep their distance. */
function spacingRest(
  skipGap: boolean,
  { facts, policy, calendar, today }: DecisionInput,
): Holdback | undefined {
  const found = writtenSpacing(facts.activities, { spacing: policy.spacing, calendar, today, skipGap });
  if (!found) return undefined;
  return held('spacing', found.opensOn, today, () =>
    found.opensOn > today
      ? `We last wrote on ${day(found.lastOn)}: the next message may go on ${day(found.opensOn)}`
      : `We last wrote on ${day(found.lastOn)}: long enough ago`,
  );
}

/** The rules about what is sent in writing. */
export const writtenHoldbacks: readonly HoldbackRule[] = [
  ({ occurrence }, { items }, input) =>
    occurrence.mode === 'written' ? partPaymentRest(items, input) : undefined,
  ({ rung, occurrence }, _standing, input) =>
    occurrence.mode === 'written' && rung.approvedBy.length === 0 ? replyRest(input) : undefined,
  ({ rung, occurrence }, _standing, input) =>
    occurrence.mode === 'written'
      ? spacingRest(occurrence.isRepeat && rung.repeat?.kind === 'following', input)
      : undefined,
];

/**
 * The same about a message beside the ladder, which nobody weighs like a notice.
 * @param skipGap whether it skips the business days between two messages, as statements and courtesy reminders do
 */
export function messageHoldbacks(
  items: readonly OpenItem[],
  { skipGap }: { skipGap: boolean },
  input: DecisionInput,
): Holdback[] {
  return [partPaymentRest(items, input), replyRest(input), spacingRest(skipGap, input)].filter(
    (holdback) => holdback !== undefined,
  );
}

function lastDay(activities: readonly { readonly on: Day }[]): Day | undefined {
  return activities.length > 0 ? latest(...activities.map(({ on }) => on)) : undefined;
}

function lastPartPayment(items: readonly OpenItem[], today: Day): Day | undefined {
  let last: Day | undefined;
  for (const { invoice } of items) {
    const on = invoice.partPaidOn;
    if (on !== undefined && on <= today && (last === undefined || on > last)) last = on;
  }
  return last;
}
