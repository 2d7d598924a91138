import type { BaseRateKey } from '../../core/baseRates.ts';
import type { Day } from '../../core/day.ts';
import type { Settings } from '../../core/settings.ts';

/** What a manager sets about late-payment interest. */
export interface InterestTerms {
  /** whose terms; undefined: the team's, which hold for every creditor without its own */
  readonly creditorId: string | undefined;
  /** null: the creditor follows the team's */
  readonly terms: Readonly<Settings['interest']> | null;
  /** a base rate entered with it, in hundredths of a percentage point */
  readonly rate?:
    | { readonly base: BaseRateKey; readonly from: Day; readonly basisPoints: number }
    | undefined;
}
