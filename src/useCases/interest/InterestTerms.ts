import type { BaseRateKey } from '../../core/baseRates.ts';
import type { Day } from '../../core/day.ts';
import type { Settings } from '../../core/settings.ts';

/** What a manager sets about late-payment interest. */
export interface InterestTerms extends Readonly<Settings['interest']> {
  /** a base rate entered with it, in hundredths of a percentage point */
  readonly rate?:
    | { readonly base: BaseRateKey; readonly from: Day; readonly basisPoints: number }
    | undefined;
}
