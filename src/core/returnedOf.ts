import type { PromiseFact } from './facts.ts';
import type { Receipt } from './standingReceipts.ts';

/**
 * What came for a promise in its time and was taken back, in minor units: at most what is missing of it.
 * @param received what counts for it still
 */
export function returnedOf(
  { currency, amount, madeOn, lastOn, invoices }: PromiseFact,
  received: bigint,
  receipts: readonly Receipt[],
): bigint {
  const ids = new Set(invoices.map(({ invoiceId }) => invoiceId));
  const came = receipts.filter(
    (of) =>
      of.amount > 0n &&
      of.currency === currency &&
      of.valueOn >= madeOn &&
      of.valueOn <= lastOn &&
      (of.invoiceId === undefined || ids.has(of.invoiceId)),
  );
  const payments = new Set(came.map(({ paymentId }) => paymentId));
  const back = receipts.reduce(
    (sum, of) => (of.isReturn && payments.has(of.paymentId) ? sum - of.amount : sum),
    0n,
  );
  return back < amount - received ? back : amount - received;
}
