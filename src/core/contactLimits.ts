import type { DebtorFact } from './facts.ts';

/** How often and when a person may be contacted; days are counted in the debtor's zone. */
export interface ContactLimits {
  /** call attempts in any `callWindowDays` consecutive days */
  readonly calls: number;
  readonly callWindowDays: number;
  /** no call after a conversation, whoever started it: calendar days of which the day of the talk is the first, or business days */
  readonly rest: { readonly days: number; readonly unit: 'calendar' | 'business' };
  /** debtor's time; the end is not included */
  readonly from: string;
  readonly until: string;
  readonly businessDaysOnly: boolean;
  /** the hours hold for email and text too */
  readonly writtenInHours: boolean;
}

/** House rules for everyone whom Regulation F does not protect. */
export const houseLimits: ContactLimits = {
  calls: 3,
  callWindowDays: 7,
  rest: { days: 1, unit: 'business' },
  from: '09:00',
  until: '18:00',
  businessDaysOnly: true,
  writtenInHours: false,
};

/** Private individuals, collected for another creditor: US Regulation F, 12 CFR 1006.6(b)(1), 1006.14(b)(2). */
export const regulationFLimits: ContactLimits = {
  calls: 7,
  callWindowDays: 7,
  rest: { days: 7, unit: 'calendar' },
  from: '08:00',
  until: '21:00',
  businessDaysOnly: false,
  writtenInHours: true,
};

/** A private individual whose debt is collected for another creditor: US Regulation F (12 CFR part 1006) is the law. */
export function isUnderRegulationF({
  kind,
  forAnotherCreditor,
}: Pick<DebtorFact, 'kind' | 'forAnotherCreditor'>): boolean {
  return kind === 'individual' && forAnotherCreditor === true;
}

/** The limits that hold for a debtor. */
export function contactLimitsFor(debtor: DebtorFact): ContactLimits {
  return isUnderRegulationF(debtor) ? regulationFLimits : houseLimits;
}
