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

/**
 * Expected gain of acting now: what is past due × the likelihood that a call still moves it × the weight of its age.
 * Money that is 30 to 90 days late moves most by a call; later it grows unlikely, before that most of it comes by itself.
 * A broken promise raises the weight. Amounts of several currencies are ranked by their major units, never added in text.
 */
export function priority(facts: PriorityFacts, locale: string): Priority {
  const major = facts.pastDue.reduce((sum, m) => sum + Number(m.amount) / 10 ** minorDigits(m.currency), 0);
  const score = major * ageWeight(facts.daysPastDue) * (1 + Math.min(facts.brokenPromises, 4) / 4);
  const words = facts.pastDue.map((m) => formatMoney(m.amount, m.currency, locale));
  if (facts.daysPastDue > 0) words.push(`${facts.daysPastDue} day${facts.daysPastDue === 1 ? '' : 's'} late`);
  if (facts.brokenPromises > 0) {
    words.push(`${facts.brokenPromises} broken promise${facts.brokenPromises === 1 ? '' : 's'}`);
  }
  if (facts.onCreditHold) words.push('on credit hold');
  return { score, reason: words.join(', ') };
}

function ageWeight(days: number): number {
  if (days <= 0) return 0.2;
  if (days <= 30) return 0.6;
  if (days <= 90) return 1;
  return Math.max(0.3, 1 - (days - 90) / 365);
}
