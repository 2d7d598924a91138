import { addDays, type Day } from './day.ts';
import type { BankLine } from './PaymentMatch.ts';

/** Money that a ledger file showed as paid on an invoice, and that no bank line stands behind yet. */
export interface LedgerMoney {
  readonly paymentId: string;
  /** minor units that still stand on the invoice */
  readonly amount: bigint;
  /** as-of day of the file that showed it first */
  readonly shownOn: Day;
  /** the day it counts from: of settlement where the file knows it, else `shownOn` */
  readonly effectiveOn: Day;
}

/** Ledger money on an invoice that gives way to the bank line that it was all along. */
export interface LedgerReplacement {
  readonly invoiceId: string;
  readonly paymentId: string;
  /** minor units */
  readonly amount: bigint;
}

/** Whether the ledger showed the money on the line's value date or later (`shown`), or up to a week before it (`clearing`). */
export type WhenShown = 'shown' | 'clearing';

/** Calendar days by which a ledger may be ahead of the bank: cheques and cards are on its books before they clear. */
export const CLEARING_DAYS = 7;

/** Whether a bank line of this value date can be money that a ledger showed on that day. */
export function isInTime(valueOn: Day, shownOn: Day, when: WhenShown): boolean {
  if (when === 'shown') return valueOn <= shownOn;
  return valueOn > shownOn && valueOn <= addDays(shownOn, CLEARING_DAYS);
}

/**
 * Spends `amount` of a bank line on the ledger money of these invoices that is in time for it, the first shown first. `left` is
 * what it did not need.
 */
export function replaceLedgerMoney(
  { amount, valueOn }: Pick<BankLine, 'amount' | 'valueOn'>,
  invoices: readonly { readonly id: string; readonly ledgerMoney?: readonly LedgerMoney[] }[],
  when: WhenShown,
): { replaced: LedgerReplacement[]; left: bigint } {
  const replaced: LedgerReplacement[] = [];
  let left = amount;
  for (const { id, ledgerMoney = [] } of invoices) {
    for (const { paymentId, amount: standing, shownOn } of ledgerMoney) {
      const share = standing < left ? standing : left;
      if (!isInTime(valueOn, shownOn, when) || share <= 0n) continue;
      replaced.push({ invoiceId: id, paymentId, amount: share });
      left -= share;
    }
  }
  return { replaced, left };
}
