/** What follows one of these is a number of another paper. */
const OTHER_PAPERS = new Set(
  'PO ORDER ORD BESTELLUNG CUSTOMER CUST KUNDE ACCOUNT ACCT ACC TEL PHONE CHQ CHEQUE CHECK VAT'.split(' '),
);
/** The only letters that may be written against bare digits. */
const INVOICE_WORDS = new Set('INV INVOICE RE RG RECHNUNG NR NO BILL FACT FACTURE FACTURA'.split(' '));
const LONGEST_NUMBER = 6;
/** shorter ones are counts, months and instalments more often than invoices */
const SHORTEST_BARE_NUMBER = 3;

interface Run {
  readonly text: string;
  /** what stood between the run before and this one */
  readonly gap: string;
}

/** A number as it is compared: capitals and digits alone. */
export function plainNumber(number: string): string {
  return runsOf(number)
    .map((run) => run.text)
    .join('');
}

/** The digits that a payer who leaves the prefix away writes: `INV-1014` → `1014`; undefined for other patterns. */
export function bareNumber(number: string): string | undefined {
  const [prefix, digits, ...others] = runsOf(number);
  if (!prefix || !digits || others.length > 0 || /\d/.test(prefix.text)) return undefined;
  return digits.text.length >= SHORTEST_BARE_NUMBER ? digits.text : undefined;
}

/**
 * The papers that a bank reference names, in its order: every stretch of whole letter and digit groups for which `find`
 * knows something, the longest first, no character used twice. `INV-1014 / PO 5531` finds INV1014 and not 5531, and 1041
 * is never found in 11041. `bare` says that the stretch is digits alone.
 */
export function numbersIn<T>(reference: string, find: (plain: string, bare: boolean) => T | undefined): T[] {
  const runs = runsOf(reference);
  const used = new Set<number>();
  const found: { at: number; paper: T }[] = [];
  for (let length = Math.min(LONGEST_NUMBER, runs.length); length > 0; length--) {
    for (let at = 0; at + length <= runs.length; at++) {
      const stretch = runs.slice(at, at + length);
      const plain = stretch.map((run) => run.text).join('');
      if (!/\d/.test(plain) || !hangsTogether(stretch) || overlaps(used, at, length)) continue;
      const bare = /^\d+$/.test(plain);
      if (bare && !standsAlone(plain, runs[at - 1], runs[at], runs[at + length])) continue;
      const paper = find(plain, bare);
      if (paper === undefined) continue;
      found.push({ at, paper });
      for (let n = at; n < at + length; n++) used.add(n);
    }
  }
  return found.sort((a, b) => a.at - b.at).map((one) => one.paper);
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text
    .normalize('NFKC')
    .toUpperCase()
    .matchAll(/\p{L}+|\p{N}+/gu)) {
    runs.push({ text: match[0], gap: text.slice(end, match.index) });
    end = match.index + match[0].length;
  }
  return runs;
}

/** Letters and digits may stand apart (`INV 1041`, `RE-Nr. 7`); two groups of digits or of letters need a joint. */
function hangsTogether(stretch: readonly Run[]): boolean {
  return stretch.slice(1).every((run, index) => {
    if (/^[-/._]$/.test(run.gap)) return true;
    const mixed = /\d/.test(run.text) !== /\d/.test(stretch[index]?.text ?? '');
    return mixed && /^[ #:.-]{0,3}$/.test(run.gap);
  });
}

/** Digits alone are an invoice's only when nothing beside them says that they are something else. */
function standsAlone(
  digits: string,
  before: Run | undefined,
  first: Run | undefined,
  after: Run | undefined,
): boolean {
  if (digits.length < SHORTEST_BARE_NUMBER) return false;
  const word = before && /\p{L}/u.test(before.text) ? before.text : undefined;
  if (word && (OTHER_PAPERS.has(word) || (first?.gap === '' && !INVOICE_WORDS.has(word)))) return false;
  return !(after?.gap === '' && /\p{L}/u.test(after.text));
}

function overlaps(used: ReadonlySet<number>, at: number, length: number): boolean {
  for (let n = at; n < at + length; n++) if (used.has(n)) return true;
  return false;
}
