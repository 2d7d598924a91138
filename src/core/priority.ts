import { formatMoney, minorDigits } from './money.ts';

export interface PriorityFacts {
  /** past due, per currency, minor units */
  readonly pastDue: readonly { currency: string; amount: bigint }[];
  /** calendar days past due of the oldest item; 0 or less when nothing is late */
  readonly daysPastDue: number;
  readonly brokenPromises: number;
  /** supply is stopped until payment: said, and nothing more */
  readonly onCreditHold?: boolean | undefined;
}

export interface Priority {
  /** larger goes first; comparable within one workspace only */
  readonly score: number;
  /** the reason in words: "€18,400.00, 63 days late, 2 broken promises" */
  readonly reason: string;
}

/** so that days alone outweigh a tenth of the money at most */
const LONGEST = 1_000;
const PER_DAY = 0.0001;

/**
 * Expected gain of acting now: what is past due × the likelihood that acting moves it × the weight of its age. In its first 30 days most
 * money comes by itself; after 90 it is less likely to come, and presses as much more: of two accounts that are alike otherwise the
 * older goes first. A broken promise raises the weight. Amounts of several currencies are ranked by their major units, never added in text.
 */
export function priority(facts: PriorityFacts, locale: string): Priority {
  const major = facts.pastDue.reduce((sum, m) => sum + Number(m.amount) / 10 ** minorDigits(m.currency), 0);
  const score = major * urgency(facts.daysPastDue) * (1 + Math.min(facts.brokenPromises, 4) / 4);
  const words = facts.pastDue.map((m) => formatMoney(m.amount, m.currency, locale));
  if (facts.daysPastDue > 0) words.push(`${facts.daysPastDue} day${facts.daysPastDue === 1 ? '' : 's'} late`);
  if (facts.brokenPromises > 0) {
    words.push(`${facts.brokenPromises} broken promise${facts.brokenPromises === 1 ? '' : 's'}`);
  }
  if (facts.onCreditHold) words.push('on credit hold');
  return { score, reason: words.join(', ') };
}

/** Likelihood and weight of the age in one: by how much acting now is worth more than for what is not late. */
function urgency(days: number): number {
  if (days <= 0) return 0.2;
  return (days <= 30 ? 0.6 : 1) + Math.min(days, LONGEST) * PER_DAY;
}
