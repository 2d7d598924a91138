import { coverPapers } from './coverPapers.ts';
import { type AmountReading, parseAmount } from './parseAmount.ts';

export interface FoundAmount {
  readonly minor: bigint;
  /** where the text names one */
  readonly currency?: string;
  /** it says that it is money: by a currency, a separator or a `k` */
  readonly marked: boolean;
  readonly index: number;
  readonly length: number;
}

const NUMBER =
  /(?<![\p{L}\p{N}.,/+#:-])(?<!\d )(?:(?:[A-Za-z]{0,3}[$€£¥₹]|[A-Za-z]{3}(?= ?\d)) ?)?(?:\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,'’]\d+)*)(?: ?[km]\b)?(?: ?(?:[€£$¥₹]|[A-Za-z]{3,7}\b))?/gu;
/** what makes a number something else: dates, times, parts, counts */
const NO_MONEY_AFTER =
  /^(?:[/:%]|-\d|[\p{L}\p{N}]| ?(?:am|pm|st|nd|rd|th|d|w|bd|days?|weeks?|months?|times?|x|of \d+)\b)/iu;
const NO_MONEY_BEFORE =
  /(?:\b(?:inv|invoices?|po|order|ext|no|nr|number|ref|account|acct|room)\.? ?#?|#|\d of) ?$/i;
const DAY_BEFORE = /\b(?:by|on|until|till|before|bis|am|zum) $/i;

/** Amounts of money in a sentence, in their order; numbers of papers, dates, times and counts are left out. */
export function findAmounts(text: string, reading: AmountReading = {}): FoundAmount[] {
  const readable = coverPapers(text);
  return [...readable.matchAll(NUMBER)].flatMap((match) => {
    const index = match.index;
    // the longest form first; a word before or after the number that is no currency is not part of it
    for (const words of [
      match[0],
      match[0].replace(/ ?[A-Za-z]{3,7}$/, ''),
      match[0].replace(/^[A-Za-z]{3} ?/, ''),
      match[0].replace(/^[A-Za-z]{3} ?/, '').replace(/ ?[A-Za-z]{3,7}$/, ''),
    ]) {
      const start = index + match[0].indexOf(words);
      const before = readable.slice(0, start);
      const parsed = parseAmount(words, reading);
      if (
        'error' in parsed ||
        parsed.minor <= 0n ||
        NO_MONEY_AFTER.test(readable.slice(start + words.length))
      )
        continue;
      if (!parsed.currency && (NO_MONEY_BEFORE.test(before) || DAY_BEFORE.test(before))) return [];
      const marked = parsed.currency !== undefined || /[.,'’km]/i.test(words);
      return [{ ...parsed, marked, index: start, length: words.length }];
    }
    return [];
  });
}
