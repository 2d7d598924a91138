import type { Day } from './day.ts';
import type { ConditionFact } from './facts.ts';

/** What a condition means, as the beginning of a sentence. */
export const conditionWords: Readonly<Record<ConditionFact['kind'], string>> = {
  breathing_space: 'Breathing space is recorded',
  vulnerability: 'The customer is recorded as vulnerable',
  bereavement: 'A bereavement is recorded',
  insolvency: 'Insolvency is recorded',
  representation: 'The customer is legally represented',
  cease: 'The customer asked us to cease contact',
  bank_details: 'Somebody named other bank details',
};

/** The conditions that stop a debtor's ladder on a day. */
export function activeConditions(conditions: readonly ConditionFact[], on: Day): ConditionFact[] {
  return conditions.filter(
    ({ sinceOn, endedOn }) => sinceOn <= on && (endedOn === undefined || endedOn > on),
  );
}
