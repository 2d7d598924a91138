import type { AccountView } from '../../../blocks/accounts/AccountView.ts';
import { shortDay } from '../../core/dayName.ts';
import { usualDelay } from '../../core/usualDelay.ts';
import { creditLineWords } from '../habits/decideCreditLine.ts';
import type { Account } from './loadAccount.ts';

/** How the customer pays: a mark for the team alone. */
export function payingHabits(
  { record, facts, today }: Account,
  locale: string,
): AccountView['sections'][number] {
  const { lateHabit: habit } = record;
  const usual = usualDelay(facts.paid ?? [], today);
  return {
    title: 'Habits of paying',
    lines: [
      ...(habit ? [`Habitual late payer since ${shortDay(habit.sinceOn, locale)}: ${habit.why}.`] : []),
      ...(habit?.creditLine
        ? [`Credit line reviewed by ${habit.decidedBy ?? 'a manager'}: ${creditLineWords[habit.creditLine]}.`]
        : []),
      ...(usual === undefined
        ? []
        : [`Steady: usually pays ${usual} days after the due date; the first call waits until then.`]),
    ],
  };
}
