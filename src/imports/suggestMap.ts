import { type MapField, mapFields } from './ColumnMap.ts';

/** what columns are usually called, the surest word first */
const USUAL: Readonly<Record<MapField, readonly RegExp[]>> = {
  last_step_on: [/last.?(step|stage|action|notice|reminder).*(on|date|day)\b|mahn.*datum/i],
  last_step: [/last.?(step|stage|action|notice|reminder)|dunning.?(level|stage)|mahnstufe/i],
  kind: [/(cust|client|debtor|kunden).*(type|kind|art\b)|legal.?form|rechtsform/i],
  outstanding: [/outstanding|open|balance|unpaid|remaining|offen|rest/i, /amount.?due/i],
  settled: [/settled|paid.?(on|date)|payment.?date|bezahlt.?am/i],
  due: [/due|f[äa]llig|maturity|[ée]ch[ée]ance|vencim/i],
  issued: [/issue|invoice.?date|rechnungsdatum|doc.*date/i, /date|datum|fecha/i],
  number: [
    /(inv|doc|bill|rechnung|beleg|facture).*(no|num|nr|#|id)/i,
    /number|nummer|num[ée]ro|\bno\b|#/i,
    /invoice/i,
  ],
  account: [/(cust|client|acc|debtor|kunden).*(no|num|nr|id|code|account)/i, /account|konto/i],
  debtor: [/name|customer|client|debtor|company|kunde|firma/i],
  currency: [/curr|w[äa]hrung|devise|moneda/i],
  email: [/mail/i],
  amount: [/amount|total|betrag|value|montant|importe|gross|brutto/i],
};
const NEEDED: readonly MapField[] = ['number', 'debtor', 'due', 'amount'];

/** What columns with these names usually hold, as far as it can be guessed. */
export function guessMap(columns: readonly string[]): Map<MapField, string> {
  const taken = new Map<MapField, string>();
  const left = new Set(columns);
  for (const field of Object.keys(USUAL) as MapField[]) {
    for (const usual of USUAL[field]) {
      const column = [...left].find((name) => usual.test(name));
      if (!column || taken.has(field)) continue;
      taken.set(field, column);
      left.delete(column);
    }
  }
  if (!taken.has('last_step') || !taken.has('last_step_on')) {
    taken.delete('last_step');
    taken.delete('last_step_on');
  }
  return taken;
}

/** A `--map` line for these columns, ready to be corrected: what could be guessed, and a gap for what is needed. */
export function suggestMap(columns: readonly string[]): string {
  const taken = guessMap(columns);
  const pairs = mapFields.flatMap((field) => {
    const column = taken.get(field);
    if (column) return [shellWord(`${column}=${field}`)];
    const otherwise =
      field === 'debtor' ? taken.has('account') : field === 'amount' && taken.has('outstanding');
    return NEEDED.includes(field) && !otherwise ? [shellWord(`COLUMN=${field}`)] : [];
  });
  return `--map ${pairs.join(' ')}`;
}

function shellWord(word: string): string {
  return /^[\w=.-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
