import { parseAmount } from './parseAmount.ts';
import type { FixedSums } from './statutes.ts';

const MOST_LINES = 20;
/** minor units: more is no sum that a law gives */
const MOST = 10n ** 15n;

/**
 * Reads what a law gives beside interest, in the currency named: one amount, or a line for each threshold, the smallest first: `40`, then
 * `from 1,000: 70`. Empty lines do not count. Else a sentence about what is wrong.
 */
export function readFixedSums(
  typed: string,
  { currency, locale }: { currency: string; locale?: string | undefined },
): FixedSums | { readonly problem: string } {
  const lines = typed.split('\n').flatMap((line) => line.trim() || []);
  if (lines.length > MOST_LINES) return { problem: `Write ${MOST_LINES} lines at most.` };
  const sums: { from: bigint; sum: bigint }[] = [];
  for (const line of lines) {
    const [, threshold, amount] = /^from\s(.+?)\s*[:=]\s*(.+)$/i.exec(line) ?? [];
    const from = threshold === undefined ? 0n : read(threshold, currency, locale);
    const sum = read(amount ?? line, currency, locale);
    if (from === undefined || sum === undefined)
      return {
        problem: `“${line}” is no fixed sum in ${currency}: write an amount, such as 40, or from what debt on it holds, such as “from 1,000: 70”.`,
      };
    if (sum === 0n)
      return { problem: `“${line}”: a fixed sum is more than nothing. Leave out what there is none for.` };
    const before = sums.at(-1);
    if (before && from <= before.from)
      return {
        problem: `“${line}” is out of order: each line holds for larger debts than the one above it.`,
      };
    sums.push({ from, sum });
  }
  return sums;
}

function read(text: string, currency: string, locale: string | undefined): bigint | undefined {
  const amount = parseAmount(text, { currency, locale });
  if ('error' in amount || (amount.currency ?? currency) !== currency) return undefined;
  return amount.minor >= 0n && amount.minor <= MOST ? amount.minor : undefined;
}
