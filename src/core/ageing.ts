import type { Day } from './day.ts';

/** Age of an open item by calendar days past due: not yet late, 1–30, 31–60, 61–90, over 90. Oldest last. */
export const ageBuckets = ['current', 'd1_30', 'd31_60', 'd61_90', 'over_90'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

export interface AgeingRow {
  readonly currency: string;
  /** minor units; credit notes lower the bucket they stand in */
  readonly buckets: Readonly<Record<AgeBucket, bigint>>;
  /** minor units: the sum of the buckets and of the ledger */
  readonly total: bigint;
}

export interface AgedItem {
  readonly currency: string;
  readonly dueOn: Day;
  readonly outstanding: bigint;
}

/** The bucket of an item on a day. An item is late from the day after its due date. */
export function ageBucket(dueOn: Day, today: Day): AgeBucket {
  const late = today - dueOn;
  if (late <= 0) return 'current';
  if (late <= 30) return 'd1_30';
  if (late <= 60) return 'd31_60';
  return late <= 90 ? 'd61_90' : 'over_90';
}

/** What is open by age, one row a currency in the order of their codes. Nothing is left out: the total is the ledger's. */
export function ageing(items: Iterable<AgedItem>, today: Day): AgeingRow[] {
  const rows = new Map<string, Record<AgeBucket, bigint>>();
  for (const { currency, dueOn, outstanding } of items) {
    const row = rows.get(currency) ?? { current: 0n, d1_30: 0n, d31_60: 0n, d61_90: 0n, over_90: 0n };
    row[ageBucket(dueOn, today)] += outstanding;
    rows.set(currency, row);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, buckets]) => ({
      currency,
      buckets,
      total: ageBuckets.reduce((sum, bucket) => sum + buckets[bucket], 0n),
    }));
}
