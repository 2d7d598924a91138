import type { Day } from './day.ts';

/** Up to which day the money that came in for one creditor is known. */
export interface CreditorFreshness {
  /** of the creditor; absent where the workspace has only one */
  readonly name?: string | undefined;
  /** absent: nothing was ever imported */
  readonly until?: Day | undefined;
}
