import type { BaseRate } from '../../core/baseRates.ts';
import type { Settings } from '../../core/settings.ts';

/** What a manager sets about late-payment interest. */
export interface InterestTerms {
  /** whose terms; undefined: the team's, which hold for every creditor without its own */
  readonly creditorId: string | undefined;
  /** null: the creditor follows the team's */
  readonly terms: Readonly<Settings['interest']> | null;
  /** a base rate entered with it */
  readonly rate?: BaseRate | undefined;
}
