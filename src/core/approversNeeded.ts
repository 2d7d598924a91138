import { type Money, totalsByCurrency } from './money.ts';
import type { Settings } from './settings.ts';

/**
 * How many members have to approve a notice: two as soon as its total in one currency is over that currency's limit, or the
 * currency has no limit. Totals are minor units; amounts of one currency are added up first, and a net credit needs no second.
 */
export function approversNeeded(
  amounts: readonly Money[],
  { twoApproversOver }: Pick<Settings, 'twoApproversOver'>,
): 1 | 2 {
  const over = totalsByCurrency(amounts).some(({ currency, amount }) => {
    const limit = twoApproversOver[currency];
    return amount > (limit === undefined ? 0n : BigInt(limit));
  });
  return over ? 2 : 1;
}
