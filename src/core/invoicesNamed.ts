interface Numbered {
  readonly number: string;
}

/** Letters and digits that a number must have, so that its standing in a name is no chance: “26” stands in many a date. */
const SURE_LENGTH = 4;

/**
 * The invoices whose numbers stand in the name of a file, as whole words of letters or of digits: “LF-1001” in “Invoice LF1001 Acme.pdf”,
 * and not in “LF-11001.pdf”. Where one number stands within a longer one, the longer is meant. The case does not matter, nor what parts the words.
 */
export function invoicesNamed<T extends Numbered>(fileName: string, invoices: readonly T[]): T[] {
  const name = wordsOf(fileName.replace(/\.[^.]*$/, ''));
  const found = invoices.flatMap((invoice) => {
    const number = wordsOf(invoice.number);
    const at = number.length === 0 ? [] : placesOf(number, name);
    return at.length > 0 ? [{ invoice, at, length: number.length }] : [];
  });
  return found
    .filter(({ at, length }) =>
      at.some((place) => !found.some((other) => isLonger(other, { place, length }))),
    )
    .map(({ invoice }) => invoice);
}

/** Whether a number is long enough to be meant by a name in which it stands. */
export function isSurelyNamed({ number }: Numbered): boolean {
  return wordsOf(number).join('').length >= SURE_LENGTH;
}

function isLonger(other: { at: readonly number[]; length: number }, one: { place: number; length: number }) {
  return (
    other.length > one.length &&
    other.at.some((at) => at <= one.place && at + other.length >= one.place + one.length)
  );
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

function placesOf(number: readonly string[], name: readonly string[]): number[] {
  return name.flatMap((_, at) => (number.every((word, index) => name[at + index] === word) ? [at] : []));
}
