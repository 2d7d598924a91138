import type { Day } from './day.ts';
import type { ConditionFact } from './facts.ts';

export type ConditionKind = ConditionFact['kind'];

/** What a condition means, as the beginning of a sentence that channels may show: of a vulnerability nothing but the stop. */
export const conditionWords: Readonly<Record<ConditionKind, string>> = {
  breathing_space: 'Breathing space is recorded',
  vulnerability: 'Contact rests for a private reason',
  bereavement: 'A bereavement is recorded',
  insolvency: 'Insolvency is recorded',
  representation: 'The customer is represented by somebody else',
  cease: 'The customer asked us to cease contact',
  bank_details: 'Somebody named other bank details',
};

/** What a condition is called among those who collect. */
export const conditionNames: Readonly<Record<ConditionKind, string>> = {
  cease: 'Asks us to cease contact',
  breathing_space: 'Breathing space',
  insolvency: 'Insolvency',
  representation: 'Represented by a lawyer or adviser',
  bereavement: 'Bereavement',
  vulnerability: 'Vulnerable',
  bank_details: 'Paid to another account, or new bank details',
};

/** Whether a text names a kind of condition. */
export function isConditionKind(text: string): text is ConditionKind {
  return Object.hasOwn(conditionNames, text);
}

/** Whether its particulars are for those who collect alone: not for channels, lists, or what was done. */
export function isPrivateCondition(kind: ConditionKind): boolean {
  return kind === 'vulnerability';
}

/** The conditions that stop a debtor's ladder on a day. */
export function activeConditions(conditions: readonly ConditionFact[], on: Day): ConditionFact[] {
  return conditions.filter(
    ({ sinceOn, endedOn }) => sinceOn <= on && (endedOn === undefined || endedOn > on),
  );
}
