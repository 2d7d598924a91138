import type { Day } from '../../core/day.ts';
import type { DelayReason } from '../../core/delayReasons.ts';
import type { CallOutcome } from '../../core/findOutcome.ts';
import type { PaymentMethod } from '../../core/promiseDays.ts';

export const disputeReasons = [
  'goods',
  'price',
  'duplicate',
  'never_received',
  'already_paid',
  'wrong_entity',
  'other',
] as const;
type DisputeReason = (typeof disputeReasons)[number];

/** A call as a member logs it; amounts in minor units, days in the workspace's calendar. */
export interface CallLog {
  readonly debtorId: string;
  readonly outcome: CallOutcome;
  readonly direction: 'out' | 'in';
  /** when it took place; may be back-dated, never ahead */
  readonly at: Date;
  readonly contactId?: string | undefined;
  /** somebody who is not on file yet */
  readonly newContactName?: string | undefined;
  /** they are the one who decides; from the outcome unless told */
  readonly rightParty?: boolean | undefined;
  readonly notes?: string | undefined;
  /** why the customer has not paid, as told */
  readonly delayReason?: DelayReason | undefined;
  readonly promptId?: string | undefined;
  readonly promise?: PromiseWords | undefined;
  readonly dispute?: DisputeWords | undefined;
  readonly callBackAt?: Date | undefined;
  /** last day of a pause */
  readonly holdUntil?: string | undefined;
}

export interface PromiseWords {
  readonly currency: string;
  readonly amount: bigint;
  /** ISO day */
  readonly on: string;
  readonly method: PaymentMethod;
  /** the invoices it is for; empty: everything overdue in its currency */
  readonly invoiceIds: readonly string[];
}

export interface DisputeWords {
  readonly invoiceId: string;
  readonly reason: DisputeReason;
  /** the contested part; the whole invoice when absent */
  readonly amount?: bigint | undefined;
  readonly note?: string | undefined;
  /** the member who settles it, by Slack id; the account's owner unless told */
  readonly resolverSlackId?: string | undefined;
  /** the day by which it should be settled */
  readonly targetOn?: Day | undefined;
}

export const conversations: ReadonlySet<CallOutcome> = new Set([
  'promised',
  'paid',
  'disputes',
  'instalments',
  'call_back',
  'refuses',
  'hardship',
]);
