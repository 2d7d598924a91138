import { tenths } from './tenths.ts';

/** Receivables of one currency at the end of a day, minor units. */
export interface Receivables {
  readonly open: bigint;
  /** of that, not yet due */
  readonly current: bigint;
}

export interface SalesOutstanding {
  /** days of sales that are outstanding */
  readonly dso: number;
  /** what it would be if everybody paid when due */
  readonly best: number;
  /** average days delinquent: the difference */
  readonly delinquent: number;
}

/**
 * DSO = receivables ÷ credit sales × days; best possible DSO = current receivables ÷ credit sales × days; average days delinquent is
 * the difference. In days, to a tenth. Undefined without sales: not available, never 0.
 */
export function salesOutstanding(
  { open, current }: Receivables,
  sales: bigint,
  days: number,
): SalesOutstanding | undefined {
  if (sales <= 0n) return undefined;
  const dso = tenths(open * BigInt(days), sales);
  const best = tenths(current * BigInt(days), sales);
  return { dso, best, delinquent: Math.round((dso - best) * 10) / 10 };
}

/**
 * Collection effectiveness index of a calendar month in per cent, to a tenth: (opening + sales − closing) ÷ (opening + sales − closing
 * current) × 100, with write-offs added back to what is left. Undefined where nothing was there to collect.
 */
export function collectionEffectiveness(month: {
  readonly opening: bigint;
  readonly sales: bigint;
  readonly closing: Receivables;
  readonly writtenOff: bigint;
}): number | undefined {
  const { opening, sales, closing, writtenOff } = month;
  const collectable = opening + sales - closing.current;
  if (collectable <= 0n) return undefined;
  return tenths((opening + sales - closing.open - writtenOff) * 100n, collectable);
}
