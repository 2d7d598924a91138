import { formatAmount } from './money.ts';
import type { Statute } from './statutes.ts';

/** The fixed sums of a row of law, a line each, with a decimal point whatever the locale: so `readFixedSums` reads them again. */
export function writeFixedSums({ fixedSums, currency }: Pick<Statute, 'fixedSums' | 'currency'>): string {
  const plain = (minor: bigint) => formatAmount(minor, currency);
  return fixedSums
    .map(({ from, sum }) => (from === 0n ? plain(sum) : `from ${plain(from)}: ${plain(sum)}`))
    .join('\n');
}
