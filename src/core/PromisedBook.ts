import type { Day } from './day.ts';
import type { DisputeFact, HoldFact } from './facts.ts';

export interface Settlement {
  readonly on: Day;
  readonly amount: bigint;
  /** a ledger file showed less open, and did not say why */
  readonly byLedger?: boolean | undefined;
}

/** An invoice that was promised, paid since or not. */
export interface PromisedInvoice {
  readonly id: string;
  /** minor units open now */
  readonly outstanding: bigint;
  /** money and write-offs that stand against it, by the day from which they count; no credits: what was credited was never owed */
  readonly settledBy: readonly Settlement[];
  /** not in the last ledger file since that day */
  readonly missingSince?: Day | undefined;
}

/** What promises are judged by beside the money received. */
export interface PromisedBook {
  readonly invoices: readonly PromisedInvoice[];
  readonly disputes: readonly DisputeFact[];
  readonly holds: readonly HoldFact[];
}

/** What of a promise is for an invoice. */
export interface PromiseShare {
  readonly invoiceId: string;
  /** minor units */
  readonly amount: bigint;
}
