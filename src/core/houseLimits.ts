import { isUnderRegulationF } from './contactLimits.ts';
import { addDays, type Day } from './day.ts';
import { shortDay } from './dayName.ts';
import type { DecisionInput } from './decision.ts';
import type { ActivityFact, DebtorFact, DebtorFacts } from './facts.ts';
import { type Finding, finding } from './finding.ts';

/** Outcome of the note that keeps why a house limit was overridden. */
export const LIMIT_OVERRIDDEN = 'limit_overridden';

const TOLD_DAYS = 7;

/** What of the limits on calls the house sets for itself, and may override with a reason on record (domain.md, *Contact rules*). */
export interface HouseLimits {
  /** how many calls a week, and the rest after a conversation */
  readonly frequency: boolean;
  /** from when until when, and business days only */
  readonly hours: boolean;
}

/** Regulation F is law, and nobody overrides the hours of private individuals. */
export function houseLimitsOf(debtor: Pick<DebtorFact, 'kind' | 'forAnotherCreditor'>): HouseLimits {
  const frequency = !isUnderRegulationF(debtor);
  return { frequency, hours: frequency && debtor.kind !== 'individual' };
}

/** Whether the limits on calls to a person were overridden for a day; `dayOf` gives an activity's day in the zone that days are counted in. */
export function callLimitOverridden(
  activities: readonly ActivityFact[],
  { contactId, on, dayOf }: { contactId: string; on: Day; dayOf: (activity: ActivityFact) => Day },
): boolean {
  return activities.some(
    (activity) => isOverride(activity) && activity.contactId === contactId && dayOf(activity) === on,
  );
}

/** Whether the distance between messages was overridden for a step: for that one message, whenever it goes. */
export function spacingOverridden(activities: readonly ActivityFact[], stepId: string): boolean {
  return activities.some((activity) => isOverride(activity) && activity.stepId === stepId);
}

/**
 * The same question with the house's distance between messages lifted: neither days apart nor so many in a week are asked for. Two
 * never go on one day, and every other rule stands.
 */
export function spacingLifted(input: DecisionInput): DecisionInput {
  const { policy } = input;
  const spacing = { ...policy.spacing, businessDaysApart: 0, most: Number.MAX_SAFE_INTEGER };
  return { ...input, policy: { ...policy, spacing } };
}

/** The overrides of the last seven days, each with its reason. */
export function overrideFindings({ activities }: Pick<DebtorFacts, 'activities'>, today: Day): Finding[] {
  return activities
    .filter(
      (activity) => isOverride(activity) && activity.on <= today && activity.on > addDays(today, -TOLD_DAYS),
    )
    .map(({ on, contactId, reason }) =>
      finding(LIMIT_OVERRIDDEN, 'note', () => {
        const what = contactId === undefined ? 'between messages' : 'on calls';
        return `The house limit ${what} was overridden on ${shortDay(on, 'en-GB')}: ${reason ?? 'no reason kept'}`;
      }),
    );
}

function isOverride({ kind, outcome }: ActivityFact): boolean {
  return kind === 'note' && outcome === LIMIT_OVERRIDDEN;
}
