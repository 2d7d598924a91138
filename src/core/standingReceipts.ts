import type { Day } from './day.ts';

/** Money of the debtor: one row for each invoice that a payment was allocated to, one for its unapplied rest. */
export interface Receipt {
  /** the payment; a reversal's rows are negative and name the payment that it takes back */
  readonly paymentId: string;
  readonly currency: string;
  /** minor units */
  readonly amount: bigint;
  readonly valueOn: Day;
  /** the bank took it back: it was not only booked otherwise */
  readonly isReturn?: boolean | undefined;
  /** when the payment was booked, where that is known */
  readonly bookedAt?: Date | undefined;
  /** absent for unapplied money */
  readonly invoiceId?: string | undefined;
}

/**
 * What stands of the receipts after everything that was taken back, by value date; on one day money on invoices goes before
 * unapplied money. A reversal takes from the row of the same invoice first, then from the unapplied rest, then from the others.
 */
export function standingReceipts(receipts: readonly Receipt[]): Receipt[] {
  const payments = new Map<string, Map<string, Receipt>>();
  for (const receipt of receipts) {
    const key = `${receipt.currency} ${receipt.paymentId}`;
    const rows = payments.get(key) ?? new Map<string, Receipt>();
    const known = rows.get(receipt.invoiceId ?? '');
    rows.set(receipt.invoiceId ?? '', known ? sum(known, receipt) : receipt);
    payments.set(key, rows);
  }
  return [...payments.values()].flatMap((rows) => withoutDeficits([...rows.values()])).sort(byValueDate);
}

function withoutDeficits(rows: readonly Receipt[]): Receipt[] {
  let deficit = rows.reduce((total, row) => (row.amount < 0n ? total - row.amount : total), 0n);
  const unappliedFirst = [...rows].sort((a, b) => Number(isAllocated(a)) - Number(isAllocated(b)));
  return unappliedFirst.flatMap((row) => {
    if (row.amount <= 0n) return [];
    const taken = deficit < row.amount ? deficit : row.amount;
    deficit -= taken;
    return taken < row.amount ? [{ ...row, amount: row.amount - taken }] : [];
  });
}

function sum(known: Receipt, other: Receipt): Receipt {
  const { valueOn, bookedAt } = known.valueOn <= other.valueOn ? known : other;
  return { ...known, amount: known.amount + other.amount, valueOn, bookedAt };
}

function isAllocated(receipt: Receipt): boolean {
  return receipt.invoiceId !== undefined;
}

function byValueDate(a: Receipt, b: Receipt): number {
  return (
    a.valueOn - b.valueOn ||
    Number(isAllocated(b)) - Number(isAllocated(a)) ||
    (a.paymentId < b.paymentId ? -1 : a.paymentId > b.paymentId ? 1 : 0)
  );
}
