import { isCurrency } from './money.ts';
import { parseAmount } from './parseAmount.ts';

/** An amount of a currency, as it was typed on a line of its own. */
interface AmountLine {
  readonly currency: string;
  /** whole minor units that a JavaScript number holds exactly */
  readonly minor: number;
}

/**
 * Reads one amount a line, each with its currency: `GBP 10,000`. Empty lines do not count. Undefined as soon as a line names no
 * currency or no amount, or the amount is less than nothing.
 */
export function readAmountLines(typed: string): AmountLine[] | undefined {
  const lines: AmountLine[] = [];
  for (const line of typed.split('\n')) {
    if (line.trim() === '') continue;
    const read = parseAmount(line);
    if ('error' in read || read.currency === undefined || !isCurrency(read.currency)) return undefined;
    const minor = Number(read.minor);
    if (minor < 0 || !Number.isSafeInteger(minor)) return undefined;
    lines.push({ currency: read.currency, minor });
  }
  return lines;
}
