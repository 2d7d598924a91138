import type { Day } from './day.ts';
import { PromiseAccount } from './PromiseAccount.ts';
import type { PromisedBook, PromiseShare } from './PromisedBook.ts';
import { NO_RELIEF, type Relief, takeRelief } from './promiseRelief.ts';
import { isSmallRest } from './smallBalance.ts';
import { type Receipt, standingReceipts } from './standingReceipts.ts';

export interface JudgedPromise {
  readonly id: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly madeOn: Day;
  /** when on that day, where it is known: money that was booked by then was not promised */
  readonly madeAt?: Date | undefined;
  readonly promisedOn: Day;
  readonly lastOn: Day;
  readonly judgeOn: Day;
  readonly invoiceIds: readonly string[];
  /** what it was to pay of each of its invoices; of an instalment what its whole plan is to pay */
  readonly shares?: readonly PromiseShare[] | undefined;
  readonly planId?: string | undefined;
  /** below what, in minor units, a rest of its currency is never chased; default: none is */
  readonly smallBalance?: bigint | undefined;
  /** given by somebody who does not pay and not confirmed by whoever does, or not yet by a manager who has to agree: nobody can break it */
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
 * one only what no confirmed one needs. Kept as soon as it is full, or nothing is owed of it any more by that day; partially kept or broken
 * from its judging day on, once payments are known up to its last day (`freshUntil`); one that is short of a small balance alone, such as
 * what a bank charged, is kept then. What rests of its invoices (see promiseDeferral and
 * promiseRelief) is not held against it until that ends. Give it every promise that was not cancelled or replaced, those judged before too:
 * the verdict is made anew from what is known, so that a returned payment or a late booking judges again.
 */
export function judgePromises(input: {
  readonly promises: readonly JudgedPromise[];
  readonly receipts: readonly Receipt[];
  readonly book?: PromisedBook | undefined;
  readonly freshUntil: Day | undefined;
  readonly today: Day;
}): PromiseVerdict[] {
  const { book, today } = input;
  const receipts = standingReceipts(input.receipts);
  const accounts = [...input.promises].sort(inOrder).map((promise) => new PromiseAccount(promise, book));
  for (const receipt of receipts) {
    let left = receipt.amount;
    for (const account of accounts) {
      if (left <= 0n) break;
      left -= account.take(receipt, left);
    }
  }
  const used = new Map<string, Relief>();
  return accounts.map((account) => {
    const { promise, received } = account;
    const { gone, resting } = book
      ? takeRelief(account, { accounts, book, receipts, used, today })
      : NO_RELIEF;
    const verdict = { promiseId: promise.id, received };
    const missing = promise.amount - received - gone;
    if (missing <= 0n) return { ...verdict, state: 'kept', keptOn: account.lastValueOn };
    const isSmall = isSmallRest(missing, promise.amount, promise.smallBalance ?? 0n);
    if (today < promise.judgeOn || resting >= missing) return { ...verdict, state: 'open' };
    const fresh = input.freshUntil !== undefined && input.freshUntil >= account.lastJudged(today);
    if (!fresh) return { ...verdict, state: 'being_checked' };
    if (isSmall) return { ...verdict, state: 'kept', keptOn: account.lastValueOn };
    return { ...verdict, state: received > 0n ? 'partially_kept' : 'broken' };
  });
}

function inOrder(a: JudgedPromise, b: JudgedPromise): number {
  return (
    Number(a.unconfirmed ?? false) - Number(b.unconfirmed ?? false) ||
    a.promisedOn - b.promisedOn ||
    a.madeOn - b.madeOn ||
    (a.id < b.id ? -1 : 1)
  );
}
