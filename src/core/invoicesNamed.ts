import { wordsBeside } from './wordsBeside.ts';

interface Numbered {
  readonly number: string;
  readonly debtorName: string;
  readonly creditorName: string;
}

export interface NamedInvoice<T extends Numbered> {
  readonly invoice: T;
  /** nothing else in the name can be what is meant */
  readonly surely: boolean;
  /** words of the name, in small letters, that may be another customer's */
  readonly strange: readonly string[];
}

/** Letters and digits that a number must have, so that its standing in a name is no chance: “26” stands in many a date. */
const SURE_LENGTH = 4;
const A_YEAR = /^(19|20)\d\d$/;
const A_DATE = /^(19|20)\d{6}$/;
/** Words that stand beside a number and are no part of it. */
const BESIDE = /^(invoices?|inv|copy|of|no|nr|rechnung|rg|kopie|facture|factura|fattura|factuur|kopia)$/;

/**
 * The invoices whose numbers stand in the name of a file, as whole words of letters or of digits: “LF-1001” in “Invoice LF1001 Acme.pdf”,
 * and not in “LF-11001.pdf”. Where one number stands within a longer one, the longer is meant. The case does not matter, nor what parts the words.
 * One is `surely` meant where it is alone, long enough, not joined to more letters or digits (“1001” in “LF-1001”, “LF-1001” in “LF-1001-2”), and
 * where no other number stands in the name: what looks like one may be an invoice that nobody knows yet; nor the word of another paper, which may
 * only speak of it (“Credit note LF-1001”). Digits alone are a number of many papers: beside them stands nothing but words of an invoice and of
 * whose it is, and no year.
 */
export function invoicesNamed<T extends Numbered>(
  fileName: string,
  invoices: readonly T[],
): NamedInvoice<T>[] {
  const name = wordsOf(fileName.replace(/\.[^.]*$/, ''));
  const found = invoices.flatMap((invoice) => {
    const number = wordsOf(invoice.number).map(({ word }) => word);
    const at = number.length === 0 ? [] : placesOf(number, name);
    return at.length > 0 ? [{ invoice, at, length: number.length }] : [];
  });
  const meant = found.filter(({ at, length }) =>
    at.some((place) => !found.some((other) => isLonger(other, { place, length }))),
  );
  return meant.map(({ invoice, at, length }) => {
    const [place = 0] = at;
    const alone = meant.length === 1 && at.length === 1 && standsAlone(name, { place, length });
    const number = name.slice(place, place + length);
    const others = [...name.slice(0, place), ...name.slice(place + length)].map(({ word }) => word);
    const names = [invoice.debtorName, invoice.creditorName];
    const { otherPaper, strange } = wordsBeside(others, names);
    const tells = number.some(({ word }) => /\p{L}/u.test(word));
    const yearBeside = [name[place - 1], name[place + length]].some((beside) =>
      A_YEAR.test(beside?.word ?? ''),
    );
    const surely = alone && !otherPaper && (tells || (strange.length === 0 && !yearBeside));
    return { invoice, surely, strange };
  });
}

interface Word {
  readonly word: string;
  /** what stands between it and the word before */
  readonly before: string;
}

interface Stretch {
  readonly place: number;
  readonly length: number;
}

function standsAlone(name: readonly Word[], { place, length }: Stretch): boolean {
  const number = name.slice(place, place + length).map(({ word }) => word);
  const squeezed = number.join('');
  if (squeezed.length < SURE_LENGTH || A_YEAR.test(squeezed)) return false;
  const [first, next] = [name[place], name[place + length]];
  if (first && isJoined(first.before, name[place - 1])) return false;
  if (next && isJoined(next.before, next)) return false;
  const others = [...name.slice(0, place), ...name.slice(place + length)];
  return !others.some(({ word }) => /^\d{3,}$/.test(word) && !A_YEAR.test(word) && !A_DATE.test(word));
}

/** Whether a number goes on there: what parts them is no space, and the word is none that only stands beside one. */
function isJoined(between: string, word: Word | undefined): boolean {
  return word !== undefined && !/\s|[(),]/.test(between) && !BESIDE.test(word.word);
}

function isLonger(other: { at: readonly number[]; length: number }, { place, length }: Stretch): boolean {
  return other.length > length && other.at.some((at) => at <= place && at + other.length >= place + length);
}

function wordsOf(text: string): Word[] {
  const found = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/([^\p{L}\p{N}]*)(\p{L}+|\p{N}+)/gu),
  ];
  return found.map(([, before = '', word = '']) => ({ word, before }));
}

function placesOf(number: readonly string[], name: readonly Word[]): number[] {
  return name.flatMap((_, at) =>
    number.every((word, index) => name[at + index]?.word === word) ? [at] : [],
  );
}
