import { nameWords, tellsApart } from './nameLikeness.ts';

/** Words that say of a paper that it is an invoice, or which print of it. */
const INVOICE_WORDS = new Set(
  (
    'invoice invoices inv bill tax sales copy copies duplicate original scan scanned signed corrected revised final new again page ' +
    'number no nr nummer of for from to rechnung rg re kopie facture factura fattura factuur kopia'
  ).split(' '),
);

/** Words of other papers, which have numbers of their own or name an invoice's. */
const OTHER_PAPERS = new Set(
  (
    'credit creditnote creditmemo cn debit note memo gutschrift avoir abono statement kontoauszug order orders purchase purchaseorder po ' +
    'bestellung auftrag commande pedido quote quotation offer angebot devis estimate proforma forma delivery deliverynote lieferschein ' +
    'receipt quittung remittance payment reminder mahnung contract vertrag timesheet letter complaint dispute claim cheque check'
  ).split(' '),
);

const SHORTEST_PIECE = 3;

export interface WordsBeside {
  /** one of them says that the paper is not the invoice itself */
  readonly otherPaper: boolean;
  /** those that are neither of an invoice nor of these names, in small letters */
  readonly strange: readonly string[];
}

/**
 * What the words in the name of a file, in small letters, say beside the number of an invoice. `names` are whose it is and whose ledger it stands in:
 * their words are no news, also cut off or written as one (“acmerooms”). Digits and single letters say nothing.
 */
export function wordsBeside(words: readonly string[], names: readonly string[]): WordsBeside {
  const rest = words.filter((word) => /^\p{L}{2,}$/u.test(word) && !names.some((name) => isOf(name, word)));
  return {
    otherPaper: rest.some((word) => OTHER_PAPERS.has(word)),
    strange: rest.filter((word) => !INVOICE_WORDS.has(word) && tellsApart(word)),
  };
}

function isOf(name: string, word: string): boolean {
  const own = nameWords(name);
  const [plain = ''] = nameWords(word);
  if (own.includes(plain)) return true;
  return plain.length >= SHORTEST_PIECE && [...own, own.join('')].some((whole) => whole.startsWith(plain));
}
