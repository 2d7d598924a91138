import { formatAmount } from './money.ts';

/** An amount a line, each with its currency, with a decimal point whatever the locale: so `readAmountLines` reads it again. Minor units by currency. */
export function writeAmountLines(amounts: Readonly<Record<string, number>>): string {
  return Object.entries(amounts)
    .map(([currency, minor]) => `${currency} ${formatAmount(BigInt(minor), currency)}`)
    .join('\n');
}
