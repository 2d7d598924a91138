/** An amount in whole minor units of its ISO 4217 currency. Amounts of two currencies are never added together. */
export interface Money {
  readonly currency: string;
  readonly amount: bigint;
}

/**
 * ISO 4217 (list one) currencies whose minor unit is not a hundredth. A fixed table and not `Intl`, which follows custom
 * instead of the standard (HUF, RSD, IDR without decimals) and changes with the ICU release: a stored amount must not.
 */
const DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const digitsByCurrency = new Map(
  Object.entries(DIGITS).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)])),
);

const currencies = new Set([...Intl.supportedValuesOf('currency'), ...digitsByCurrency.keys()]);

const formats = new Map<string, Intl.NumberFormat>();

/** Decimal places of a currency's minor unit (ISO 4217): EUR 2, JPY 0, KWD 3. Two for a code that is not known. */
export function minorDigits(currency: string): number {
  return digitsByCurrency.get(currency) ?? 2;
}

/** Whether a text is an ISO 4217 code as it is stored: three capitals, such as `EUR`. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/**
 * Minor units as a plain decimal number, without grouping or sign of the currency: `128450n, 'EUR'` → `1284.50`. Exact
 * for every size; this is also what files and the command line print.
 */
export function formatAmount(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const sign = minor < 0n ? '-' : '';
  const plain = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + plain : `${sign}${plain.slice(0, -digits)}.${plain.slice(-digits)}`;
}

/**
 * Minor units for people, in the manner of a locale: `128450n, 'EUR'` → `€1,284.50`; in `de-DE` `1.284,50 €`. Exact for
 * every size. A text that is no currency code is printed before the plain number.
 */
export function formatMoney(minor: bigint, currency: string, locale = 'en-GB'): string {
  const plain = formatAmount(minor, currency);
  return isCurrency(currency)
    ? formatOf(currency, locale).format(plain as `${number}`)
    : `${currency} ${plain}`;
}

/** The amounts of each currency added up, ordered by currency code; a currency that nets to zero is kept. */
export function totalsByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, bigint>();
  for (const { currency, amount } of amounts) totals.set(currency, (totals.get(currency) ?? 0n) + amount);
  return [...totals]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const digits = minorDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}
