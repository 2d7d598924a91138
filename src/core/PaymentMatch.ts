import type { AllocationShare } from './allocate.ts';
import type { Day } from './day.ts';
import type { LedgerReplacement } from './replaceLedgerMoney.ts';

/** A line of a bank statement. */
export interface BankLine {
  readonly currency: string;
  /** minor units; negative when money was taken back */
  readonly amount: bigint;
  readonly valueOn: Day;
  readonly reference?: string | undefined;
  readonly payerName?: string | undefined;
}

/** Where the money of a bank line belongs, always with the reason as a sentence for finance. */
export type PaymentMatch =
  | {
      readonly kind: 'matched';
      readonly debtorId: string;
      /** on what is open */
      readonly allocations: readonly AllocationShare[];
      /** money that the ledger showed before the bank did: this line is that money, and takes its place */
      readonly replaces: readonly LedgerReplacement[];
      /** minor units that stay unapplied */
      readonly left: bigint;
      readonly reason: string;
    }
  | { readonly kind: 'unapplied'; readonly debtorId: string; readonly reason: string }
  | {
      readonly kind: 'reversal';
      readonly paymentId: string;
      /** nobody knew who had paid */
      readonly debtorId: string | undefined;
      readonly reason: string;
    }
  | { readonly kind: 'unknown'; readonly reason: string };
