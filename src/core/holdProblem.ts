import { addDays, type Day } from './day.ts';
import { dayName } from './dayName.ts';

/** The longest hold, in calendar days, the first and the last included. */
const LONGEST = 90;

/**
 * What is wrong with the days of a hold, both included, as a sentence that says what to do instead: it ends by itself within 90
 * calendar days of its first day, and today or later; it may begin in the past. Undefined when it can be placed.
 */
export function holdProblem(
  { fromOn, untilOn }: { readonly fromOn: Day; readonly untilOn: Day },
  today: Day,
  locale: string,
): { readonly at: 'from' | 'until'; readonly sentence: string } | undefined {
  if (untilOn < today)
    return { at: 'until', sentence: 'A pause ends today or later: choose a day that has not passed.' };
  if (fromOn > untilOn)
    return { at: 'from', sentence: 'A pause begins before it ends: choose an earlier first day.' };
  const latest = addDays(fromOn, LONGEST - 1);
  if (untilOn <= latest) return undefined;
  return latest >= today
    ? {
        at: 'until',
        sentence: `A pause lasts ${LONGEST} days at most: ${dayName(latest, locale)} is the latest.`,
      }
    : { at: 'from', sentence: `A pause lasts ${LONGEST} days at most: choose a later first day.` };
}
