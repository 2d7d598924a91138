import { type AgeBucket, ageBucket, ageBuckets } from './ageing.ts';
import { addDays, type Day } from './day.ts';
import { tenths } from './tenths.ts';

/** Days that a roll rate looks back on: as many as most buckets are wide. */
export const ROLL_DAYS = 30;

/** Open items of one currency that had the same due date then and have the same one now. Amounts are minor units, none negative. */
export interface RolledItems {
  readonly dueThen: Day;
  readonly openThen: bigint;
  readonly dueNow: Day;
  /** what of the balance of then is open now: of each item the lesser of both balances */
  readonly openStill: bigint;
}

export interface RollRate {
  readonly from: AgeBucket;
  /** the next older one */
  readonly to: AgeBucket;
  /** per cent to a tenth; undefined where nothing was in the bucket: not available, never 0 */
  readonly percent: number | undefined;
}

/**
 * Roll rate of each bucket but the oldest = balance now in the next bucket or a later one that was in the bucket 30 days ago ÷ balance in
 * the bucket then. Money paid and taken back since was not in a bucket then; an item whose due date was put off has not rolled.
 */
export function rollRates(items: readonly RolledItems[], today: Day): RollRate[] {
  const then = addDays(today, -ROLL_DAYS);
  return ageBuckets.flatMap((from, index) => {
    const to = ageBuckets[index + 1];
    if (to === undefined) return [];
    const held = items.filter(({ dueThen }) => ageBucket(dueThen, then) === from);
    const rolled = held.filter(({ dueNow }) => ageBuckets.indexOf(ageBucket(dueNow, today)) > index);
    const balance = held.reduce((sum, { openThen }) => sum + openThen, 0n);
    const left = rolled.reduce((sum, { openStill }) => sum + openStill, 0n);
    return { from, to, percent: balance > 0n ? tenths(left * 100n, balance) : undefined };
  });
}
