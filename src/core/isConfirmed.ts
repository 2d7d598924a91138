/**
 * Whether the ledger has confirmed money that was seen at the bank or said to be paid: what came since adds up to the amount seen,
 * or anything came where no amount is known.
 * @param came money booked for the debtor since then, reversals taken off, by currency in minor units
 */
export function isConfirmed(
  { amount, currency }: { readonly amount: bigint | null; readonly currency: string | null },
  came: readonly { readonly currency: string; readonly amount: bigint }[],
): boolean {
  if (amount === null) return came.some((money) => money.amount > 0n);
  return came.some((money) => money.currency === currency && money.amount >= amount);
}
