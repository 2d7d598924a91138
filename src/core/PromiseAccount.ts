import type { Day } from './day.ts';
import type { JudgedPromise } from './judgePromises.ts';
import { latest } from './never.ts';
import type { PromisedBook } from './PromisedBook.ts';
import { type JudgingDays, promiseDeferral } from './promiseDeferral.ts';
import type { Receipt } from './standingReceipts.ts';

/** A promise while it is judged: the money that counts for it, and the days by which that is judged for each of its invoices. */
export class PromiseAccount {
  readonly promise: JudgedPromise;
  /** minor units */
  received = 0n;
  /** value date of the last money, or the day it was made */
  lastValueOn: Day;
  readonly #book: PromisedBook | undefined;
  readonly #days = new Map<string, JudgingDays>();
  readonly #taken = new Map<Receipt, bigint>();

  constructor(promise: JudgedPromise, book: PromisedBook | undefined) {
    this.promise = promise;
    this.lastValueOn = promise.madeOn;
    this.#book = book;
  }

  /** Takes what it is short of, at most `left` of a receipt that counts for it; answers how much. */
  take(receipt: Receipt, left: bigint): bigint {
    const missing = this.promise.amount - this.received;
    if (missing <= 0n || !this.counts(receipt)) return 0n;
    const share = left < missing ? left : missing;
    this.received += share;
    this.#taken.set(receipt, share);
    this.lastValueOn = receipt.valueOn;
    return share;
  }

  /** What it took of a receipt. */
  taken(receipt: Receipt): bigint {
    return this.#taken.get(receipt) ?? 0n;
  }

  /** Whether money is received since it was made, in time, on one of its invoices or unapplied. */
  counts({ currency, valueOn, bookedAt, invoiceId }: Receipt): boolean {
    const { promise } = this;
    if (currency !== promise.currency || valueOn < promise.madeOn) return false;
    if (valueOn === promise.madeOn && bookedAt && promise.madeAt && bookedAt < promise.madeAt) return false;
    if (invoiceId !== undefined)
      return promise.invoiceIds.includes(invoiceId) && valueOn <= this.daysOf(invoiceId).lastOn;
    return valueOn <= latest(promise.lastOn, ...promise.invoiceIds.map((id) => this.daysOf(id).lastOn));
  }

  /** The days by which it is judged as to one of its invoices. */
  daysOf(invoiceId: string): JudgingDays {
    const known = this.#days.get(invoiceId);
    if (known) return known;
    const days = this.#book ? promiseDeferral(this.promise, invoiceId, this.#book) : this.promise;
    this.#days.set(invoiceId, days);
    return days;
  }

  /** The last day whose money counts for what is to be judged by today. */
  lastJudged(today: Day): Day {
    const over = this.promise.invoiceIds
      .map((id) => this.daysOf(id))
      .filter(({ judgeOn }) => judgeOn <= today);
    return latest(this.promise.lastOn, ...over.map(({ lastOn }) => lastOn));
  }
}
