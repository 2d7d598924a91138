import type { AllocationShare } from './allocate.ts';
import type { Day } from './day.ts';

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
      readonly allocations: readonly AllocationShare[];
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
