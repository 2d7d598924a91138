import { type Calendar, nextOpenDay } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import { debtClaimsProtocol, fallsUnderDebtClaims } from './debtClaimsProtocol.ts';
import type { DecisionInput } from './decision.ts';
import { isPosted, rungIndex } from './policy.ts';
import { dateAfterReceipt } from './postedLetter.ts';

/**
 * The deadline that a notice puts in writing, counted from the last day on which it can be sent, of a posted letter from its
 * receipt; never on a closed day. Undefined for a stage without one.
 * @param usable the last day on which it can be sent
 */
export function deadlineFor(
  input: Pick<DecisionInput, 'policy' | 'calendar' | 'facts' | 'today'>,
  stage: string,
  usable: Day,
): Day | undefined {
  const days = deadlineDaysOf(input, stage);
  if (days === undefined) return undefined;
  const { policy, calendar } = input;
  return dateGiven({ days, posted: isPosted(policy, stage) }, usable, calendar);
}

/** The date that leaves the customer so many calendar days from `sentOn`, of a posted letter from its receipt; never on a closed day. */
export function dateGiven(
  { days, posted }: { readonly days: number; readonly posted: boolean },
  sentOn: Day,
  calendar: Calendar,
): Day {
  return posted ? dateAfterReceipt(sentOn, days, calendar) : nextOpenDay(calendar, addDays(sentOn, days));
}

/** Calendar days that a stage leaves the customer: the policy's, and never less than the law gives for a posted demand. */
export function deadlineDaysOf(
  { policy, facts, today }: Pick<DecisionInput, 'policy' | 'facts' | 'today'>,
  stage: string,
): number | undefined {
  const rung = policy.rungs[rungIndex(policy, stage)];
  if (rung?.deadlineDays === undefined) return undefined;
  const isClaim = rung.posted && fallsUnderDebtClaims(facts.debtor, today);
  return isClaim ? Math.max(rung.deadlineDays, debtClaimsProtocol.replyDays) : rung.deadlineDays;
}
