import type { Day } from './day.ts';
import type { PaidInvoiceFact } from './facts.ts';

/** How a customer paid over the last year. */
export interface LateHabit {
  /** invoices paid in that year */
  readonly paid: number;
  /** of them paid so late that three make a habit */
  readonly veryLate: number;
  /** whole calendar days after the due date, on average; early ones count as negative */
  readonly averageDays: number;
}

const YEAR_DAYS = 365;
/** an invoice paid more calendar days late than that counts towards the habit by itself */
export const VERY_LATE_DAYS = 60;
const AVERAGE_DAYS = 30;
/** fewer are no habit, however late */
const TIMES = 3;

/**
 * Whether a customer is a habitual late payer: over 60 calendar days late three times in a year, or on average over 30 days late
 * over at least three invoices of that year (domain.md, *Beside the ladder*). The year ends with `today`, and an invoice belongs to it by the
 * day on which it was paid. Undefined for everybody else.
 */
export function lateHabit(paid: readonly PaidInvoiceFact[], today: Day): LateHabit | undefined {
  const year = paid.filter(({ paidOn }) => paidOn <= today && paidOn > today - YEAR_DAYS);
  if (year.length < TIMES) return undefined;
  const late = year.map(({ dueOn, paidOn }) => paidOn - dueOn);
  const total = late.reduce((sum, days) => sum + days, 0);
  const veryLate = late.filter((days) => days > VERY_LATE_DAYS).length;
  if (veryLate < TIMES && total <= AVERAGE_DAYS * year.length) return undefined;
  return { paid: year.length, veryLate, averageDays: Math.round(total / year.length) };
}

/** The habit as a sentence for the team, without its full stop; it never leaves Slack. */
export function lateHabitWords({ paid, veryLate, averageDays }: LateHabit): string {
  const often = veryLate < TIMES ? '' : `, ${veryLate} of them more than ${VERY_LATE_DAYS} days late`;
  const mean =
    averageDays > 0 ? `${averageDays} days after the due date` : `${-averageDays} days before the due date`;
  return `${paid} invoices paid in the last year, on average ${mean}${often}`;
}
