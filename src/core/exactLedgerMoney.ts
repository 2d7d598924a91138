import { addDays } from './day.ts';
import type { LedgerInvoice } from './ledgerIndex.ts';
import type { BankLine } from './PaymentMatch.ts';
import { CLEARING_DAYS, isInTime, type LedgerReplacement, type WhenShown } from './replaceLedgerMoney.ts';

/** Calendar days by which a ledger may be behind the bank: the longest that books are kept without a look at the statement. */
export const POSTING_DAYS = 31;

/**
 * The ledger money on these invoices of one customer that a bank line without a reference is: one entry of exactly its amount, or all
 * entries of one day that add up to it, the nearest to its value date first. Money that counts from more than a month after the line, or more
 * than a week before it, is other money: an amount that comes every month is no sign by itself.
 */
export function exactLedgerMoney(
  { amount, currency, valueOn }: Pick<BankLine, 'amount' | 'currency' | 'valueOn'>,
  invoices: readonly LedgerInvoice[],
  when: WhenShown,
): readonly LedgerReplacement[] | undefined {
  const standing = invoices
    .filter((invoice) => invoice.currency === currency)
    .flatMap(({ id, ledgerMoney = [] }) => ledgerMoney.map((money) => ({ ...money, invoiceId: id })))
    .filter(
      (money) =>
        money.amount > 0n &&
        isInTime(valueOn, money.shownOn, when) &&
        valueOn >= addDays(money.effectiveOn, -POSTING_DAYS) &&
        valueOn <= addDays(money.effectiveOn, CLEARING_DAYS),
    )
    .sort((a, b) => Math.abs(a.effectiveOn - valueOn) - Math.abs(b.effectiveOn - valueOn));
  const one = standing.find((money) => money.amount === amount);
  if (one) return [one];
  return standing
    .map(({ effectiveOn }) => standing.filter((money) => money.effectiveOn === effectiveOn))
    .find((sameDay) => sameDay.reduce((total, money) => total + money.amount, 0n) === amount);
}
