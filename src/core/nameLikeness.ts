import { distance } from 'fastest-levenshtein';

/** Words that say how a name is incorporated or addressed, not whose it is. */
const NOT_THE_NAME = new Set(
  (
    'LTD LIMITED PLC LLP LP LLC INC INCORPORATED CORP CORPORATION CO COMPANY GMBH MBH AG KG OHG UG EK EV SE SA SAS SARL ' +
    'SL SLU SRL SPA BV NV VOF AB AS ASA APS OY OYJ PTY PVT ZOO SP KK THE AND UND ET Y E VON DE MR MRS MS MISS DR HERR FRAU'
  ).split(' '),
);

/** Whether a word tells a name apart, and is no legal form or title. */
export function tellsApart(word: string): boolean {
  return !NOT_THE_NAME.has(word.toUpperCase());
}

/**
 * The words of a name that tell it apart, in capitals without accents, legal forms and titles: `Harbour Café Ltd` →
 * HARBOUR CAFE. Ways to write an umlaut come out the same (Müller, Mueller).
 */
export function nameWords(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/['’.]/g, '');
  const words = plain
    .replace(/ẞ|ß/g, 'SS')
    .replace(/Ø/g, 'O')
    .replace(/Æ|AE/g, 'A')
    .replace(/OE/g, 'O')
    .replace(/UE/g, 'U');
  const all = words.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = all.filter(tellsApart);
  return telling.length > 0 ? telling : all;
}

/**
 * How alike two names are, as words from `nameWords`: `same` when every word is, in any order; `alike` when every word of
 * the shorter one is found in the longer one, abbreviated, cut off or mistyped by a letter. One word alone of a longer
 * name, or initials alone, are not enough.
 */
export function nameLikeness(a: readonly string[], b: readonly string[]): 'same' | 'alike' | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...long];
  let exact = 0;
  for (const word of short) {
    const exactly = left.indexOf(word);
    const at = exactly >= 0 ? exactly : left.findIndex((other) => isForm(word, other));
    if (at < 0) return undefined;
    left.splice(at, 1);
    if (exactly >= 0) exact++;
  }
  if (!isNamed(short) || (short.length === 1 && long.length > 1)) return undefined;
  return exact === long.length ? 'same' : 'alike';
}

/** Whether words are more than initials: without one of three letters they name nobody. */
export function isNamed(words: readonly string[]): boolean {
  return words.some((word) => word.length > 2);
}

/** D ~ DANA, PROP ~ PROPERTY, GRP ~ GROUP, RIGDE ~ RIDGE. */
function isForm(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short[0] !== long[0]) return false;
  if (long.startsWith(short)) return short.length === 1 || short.length >= 3;
  if (short.length >= 5 && distance(short, long) <= 1) return true;
  return short.length >= 3 && isSubsequence(short, long) && !/[AEIOU]/.test(short.slice(1));
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
