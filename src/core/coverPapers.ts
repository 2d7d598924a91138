import { parseAmount } from './parseAmount.ts';

/** `FT-123`, `INV1`, `A/12`: letters and digits in one word */
const NAMED = /(?<![^\s(,;])(?=\S*\p{L})[\p{L}\p{N}/_.#:-]*\d(?=[,;]? )/gu;
/** `ref 4711`, `reference FT 123`: there is one, and what stands after it is no further one */
const REFERENCE =
  /(?<=\b(?:[Rr]ef|REF|[Rr]eference)\b[.:]? ?(?:[Nn]o\b[.:]? ?)?#?)(?:[A-Z]{1,5} )?\d[\w/-]*(?=[,;]? )/g;
/** `invoice 4711`, `18/11`: more of them may follow, as long as they have no decimals */
const PERHAPS_SEVERAL =
  /(?:(?<=\b(?:inv|invoice|po|order|number|no|nr)\b\.? ?#?)\d+|(?<!\S)\d+(?:[/-]\d+)+)(?=[,;]? )/gi;

const CURRENCY = `(?:[A-Za-z]{0,3}[$€£¥₹] ?|[A-Za-z]{3} ?)?`;
/** the number that follows stands alone: of several it is not known which is meant */
const ONE_NEXT = new RegExp(String.raw`^[,;]? ${CURRENCY}\d+(?:[.,'’]\d+|(?<!\d{4}) \d{3}(?!\d))*(?! ?\d)`);
const DECIMALS_NEXT = new RegExp(String.raw`^[,;]? ${CURRENCY}\d(?:[\d.,'’]| \d{3})*[.,]\d{2}(?!\d)`);

/**
 * A text with the numbers of papers and payments in it covered, letter by letter, where an amount may follow: in `ref FT-123 840.50` the
 * reference is one word and the amount another, not one number with a gap.
 */
export function coverPapers(text: string): string {
  const cover = (pattern: RegExp, isPaper: (word: string, after: string) => boolean) => (from: string) =>
    from.replace(pattern, (word, at: number) =>
      isPaper(word, from.slice(at + word.length)) ? '·'.repeat(word.length) : word,
    );
  const named = cover(NAMED, (word, after) => 'error' in parseAmount(word) && ONE_NEXT.test(after));
  const reference = cover(
    REFERENCE,
    (word, after) => !hasCurrency(word) && !isOneNumber(word, after) && ONE_NEXT.test(after),
  );
  const several = cover(PERHAPS_SEVERAL, (_, after) => DECIMALS_NEXT.test(after));
  return several(reference(named(text)));
}

function hasCurrency(word: string): boolean {
  const parsed = parseAmount(word);
  return 'minor' in parsed && parsed.currency !== undefined;
}

/** `ref 123 840` may be one number, written with a gap: no amount is guessed from it. */
function isOneNumber(word: string, after: string): boolean {
  return /^\d{1,3}$/.test(word) && /^ \d{3}(?![\d.,'’])/.test(after);
}
