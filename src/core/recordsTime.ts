import { isUnderRegulationF } from './contactLimits.ts';
import { type Day, dateOfDay, dayOfDate } from './day.ts';
import type { DebtorFact } from './facts.ts';

/** The years that a team may choose: shorter than what the law or the design asks for is refused. */
export const recordsBounds = { house: 6, regulationF: 3, most: 100 } as const;

/** Years for which records are kept after the last activity, by the column of the contact rules that holds for the account. */
export interface RecordsYears {
  /** private individuals, collected for another creditor: at least 3 by US Regulation F, 12 CFR 1006.100 */
  readonly regulationF: number;
  /** everyone else */
  readonly house: number;
}

export interface AccountRecords extends Pick<DebtorFact, 'kind' | 'forAnotherCreditor'> {
  /** the last day on which anything happened on the account: money, messages, agreements, decisions */
  readonly lastActivityOn: Day;
  /** something is open: an item, money that pays nothing yet, a question, a request, a message */
  readonly isOpen: boolean;
  readonly onLegalHold: boolean;
}

/** The last day on which the records of an account have to stand; undefined while something is open or a legal hold stands. */
export function recordsKeptUntil(account: AccountRecords, years: RecordsYears): Day | undefined {
  if (account.isOpen || account.onLegalHold) return undefined;
  const until = dateOfDay(account.lastActivityOn);
  // the 29 February of a year that has none is 1 March: a day longer, never shorter
  until.setUTCFullYear(
    until.getUTCFullYear() + (isUnderRegulationF(account) ? years.regulationF : years.house),
  );
  return dayOfDate(until);
}

/** Whether the time of an account's records has passed on a day, so that its personal data are to be erased. */
export function arePastTheirTime(account: AccountRecords, years: RecordsYears, on: Day): boolean {
  const until = recordsKeptUntil(account, years);
  return until !== undefined && until < on;
}
