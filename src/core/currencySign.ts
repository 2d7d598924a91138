import { isCurrency } from './money.ts';

/** What people write beside the signs that the engine knows; where several currencies share one, the usual comes first. */
const CUSTOMARY: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD HKD SGD MXN',
  dollars: 'USD CAD AUD NZD HKD SGD',
  dollar: 'USD CAD AUD NZD HKD SGD',
  c$: 'CAD',
  au$: 'AUD',
  s$: 'SGD',
  euros: 'EUR',
  euro: 'EUR',
  pounds: 'GBP',
  pound: 'GBP',
  quid: 'GBP',
  '¥': 'JPY CNY',
  '₺': 'TRY',
  '₴': 'UAH',
  '₦': 'NGN',
  zł: 'PLN',
  kč: 'CZK',
  'sfr.': 'CHF',
  'fr.': 'CHF',
  'kr.': 'DKK SEK NOK ISK',
  kr: 'SEK DKK NOK ISK',
};

const signs = Object.entries({ ...engineSigns(), ...CUSTOMARY })
  .map(([sign, codes]) => ({ sign, codes: codes.split(' ') }))
  .sort((a, b) => b.sign.length - a.sign.length);

/**
 * Takes the currency off the beginning or end of an amount: a code (`USD 12`), a sign (`12 €`) or a word (`12 euros`).
 * A sign of several currencies means `preferred` where it is one of them, else the usual one.
 */
export function takeCurrency(text: string, preferred?: string): { rest: string; currency?: string } {
  const code = /^([a-z]{3})(?![a-z])\s*|\s*(?<![a-z])([a-z]{3})$/i.exec(text);
  const named = (code?.[1] ?? code?.[2])?.toUpperCase();
  if (code && named && isCurrency(named)) {
    return { rest: text.replace(code[0], '').trim(), currency: named };
  }
  const lower = text.toLowerCase();
  for (const { sign, codes } of signs) {
    const leads = lower.startsWith(sign);
    const currency = preferred && codes.includes(preferred) ? preferred : codes[0];
    if (!currency || !(leads || lower.endsWith(sign))) continue;
    return { rest: (leads ? text.slice(sign.length) : text.slice(0, -sign.length)).trim(), currency };
  }
  return { rest: text };
}

/** `€`, `US$`, `JP¥`: what `Intl` prints, so that whatever was printed is read back. */
function engineSigns(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const currency of Intl.supportedValuesOf('currency')) {
    const parts = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).formatToParts(0);
    const sign = parts.find((part) => part.type === 'currency')?.value.toLowerCase();
    if (sign && sign !== currency.toLowerCase()) found[sign] = currency;
  }
  return found;
}
