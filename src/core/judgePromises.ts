import type { Day } from './day.ts';
import { type Receipt, standingReceipts } from './standingReceipts.ts';

export interface JudgedPromise {
  readonly id: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly madeOn: Day;
  readonly promisedOn: Day;
  readonly lastOn: Day;
  readonly judgeOn: Day;
  readonly invoiceIds: readonly string[];
  /** given by somebody who does not pay, and not confirmed by whoever does */
  readonly unconfirmed?: boolean | undefined;
}

export interface PromiseVerdict {
  readonly promiseId: string;
  /** `being_checked`: its judging day has come and payments are not fresh up to its last day yet */
  readonly state: 'open' | 'being_checked' | 'kept' | 'partially_kept' | 'broken';
  /** minor units that count for it, at most its amount */
  readonly received: bigint;
  /** value date of the money that made it full */
  readonly keptOn?: Day;
}

/**
 * Judges the promises of one debtor against the money received. Only money since a promise was made and up to its last day
 * counts, by value date, on its invoices or unapplied, and every amount once, for the earliest promise; for an unconfirmed
 * one only what no confirmed one needs. Kept as soon as it is full; partially kept or broken from its judging day on, once payments are known up to its last day (`freshUntil`).
 * Give it every promise that was not cancelled or replaced, those judged before too: the verdict is made anew from what is
 * known, so that a returned payment or a late booking judges again.
 */
export function judgePromises(input: {
  readonly promises: readonly JudgedPromise[];
  readonly receipts: readonly Receipt[];
  readonly freshUntil: Day | undefined;
  readonly today: Day;
}): PromiseVerdict[] {
  const accounts = [...input.promises]
    .sort(
      (a, b) =>
        Number(a.unconfirmed ?? false) - Number(b.unconfirmed ?? false) ||
        a.promisedOn - b.promisedOn ||
        a.madeOn - b.madeOn ||
        (a.id < b.id ? -1 : 1),
    )
    .map((promise) => ({ promise, received: 0n, lastValueOn: promise.madeOn }));
  for (const receipt of standingReceipts(input.receipts)) {
    let left = receipt.amount;
    for (const account of accounts) {
      if (left <= 0n) break;
      const missing = account.promise.amount - account.received;
      if (missing <= 0n || !counts(receipt, account.promise)) continue;
      const share = left < missing ? left : missing;
      account.received += share;
      account.lastValueOn = receipt.valueOn;
      left -= share;
    }
  }
  return accounts.map(({ promise, received, lastValueOn }) => {
    if (received >= promise.amount)
      return { promiseId: promise.id, state: 'kept', received, keptOn: lastValueOn };
    if (input.today < promise.judgeOn) return { promiseId: promise.id, state: 'open', received };
    const fresh = input.freshUntil !== undefined && input.freshUntil >= promise.lastOn;
    const state = !fresh ? 'being_checked' : received > 0n ? 'partially_kept' : 'broken';
    return { promiseId: promise.id, state, received };
  });
}

function counts(receipt: Receipt, promise: JudgedPromise): boolean {
  return (
    receipt.currency === promise.currency &&
    receipt.valueOn >= promise.madeOn &&
    receipt.valueOn <= promise.lastOn &&
    (receipt.invoiceId === undefined || promise.invoiceIds.includes(receipt.invoiceId))
  );
}
