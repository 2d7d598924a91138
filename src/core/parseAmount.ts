import { takeCurrency } from './currencySign.ts';
import { minorDigits } from './money.ts';

export type ParsedAmount =
  | { readonly minor: bigint; readonly currency?: string }
  | { readonly error: string };

export interface AmountReading {
  /** what the amount is in unless it says so itself; it decides the decimals, and what a bare `$` or `kr` means */
  readonly currency?: string | undefined;
  /** decides only where three digits may be decimals: currencies with three of them (`1.250` KWD) */
  readonly locale?: string | undefined;
}

const THOUSAND = 1_000n;
const MULTIPLIERS: Readonly<Record<string, bigint>> = { k: THOUSAND, m: THOUSAND * THOUSAND };

/**
 * Reads an amount as people and files write it: `1,200`, `€1.200,50`, `1.2k`, `1 200,50`, `USD 1,200.00`, `(250.00)`,
 * `-250`, `250.00 CR`. Promises exact minor units, and `currency` where the text names one (else it is the caller's).
 * Without any currency two decimals are assumed. Rules, in this order: of two different separators the last is the
 * decimal mark; a separator that repeats groups; three digits after a single one are thousands, except after a zero or,
 * for currencies with three decimals, after the locale's decimal mark; anything else is the decimal mark.
 */
export function parseAmount(text: string, reading: AmountReading = {}): ParsedAmount {
  const sign = takeSign(text.normalize('NFKC').replace(/\s+/g, ' ').replace(/[−–—]/g, '-').trim());
  const outer = takeCurrency(sign.rest, reading.currency);
  const inner = takeSign(outer.rest);
  const scaled = /^(.*\d.*?) ?([km])$/i.exec(inner.rest);
  const afterScale = takeCurrency(scaled?.[1] ?? inner.rest, reading.currency);
  const currency = outer.currency ?? afterScale.currency;
  const digits = minorDigits(currency ?? reading.currency ?? '');
  const number = split(afterScale.rest.replace(/[.,]-*$/, ''), digits, reading.locale);
  if (!number || (sign.negative && inner.negative))
    return { error: `“${text.trim()}” is not an amount. Write it like 1,200 or 1200.50.` };

  const times = MULTIPLIERS[scaled?.[2]?.toLowerCase() ?? ''] ?? 1n;
  const fine = BigInt(number.whole + number.fraction) * times * 10n ** BigInt(digits);
  const unit = 10n ** BigInt(number.fraction.length);
  if (fine % unit !== 0n)
    return {
      error: `“${text.trim()}” has more decimals than ${currency ?? reading.currency ?? 'money'} has.`,
    };
  const minor = sign.negative || inner.negative ? -(fine / unit) : fine / unit;
  return currency ? { minor, currency } : { minor };
}

/** Minus before or after, brackets, and the bookkeepers' CR all say: less. */
function takeSign(text: string): { rest: string; negative: boolean } {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) return { rest: bracketed.trim(), negative: true };
  if (/[\d\s]cr\.?$/i.test(text)) return { rest: text.replace(/\s*cr\.?$/i, ''), negative: true };
  if (/[\d\s]dr\.?$/i.test(text)) return { rest: text.replace(/\s*dr\.?$/i, ''), negative: false };
  if (text.startsWith('-')) return { rest: text.slice(1).trim(), negative: true };
  if (/\d-$/.test(text)) return { rest: text.slice(0, -1), negative: true };
  return { rest: text.replace(/^\+/, '').trim(), negative: false };
}

/** Whole and decimal digits of an unsigned number, or undefined where the grouping makes no sense. */
function split(
  text: string,
  digits: number,
  locale: string | undefined,
): { whole: string; fraction: string } | undefined {
  if (!/^[\d.,' ’]*\d[\d.,' ’]*$/.test(text)) return undefined;
  const mark = decimalMark(text, digits, locale);
  const at = mark ? text.lastIndexOf(mark) : text.length;
  const whole = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return undefined;
  // groups of three, or of two before the last as in India
  const grouping = /[.,' ’]/.exec(whole)?.[0];
  const groups = grouping ? whole.split(grouping) : [whole];
  const [first = '', ...others] = groups;
  const last = others.at(-1);
  const wellGrouped =
    /^\d*$/.test(first) &&
    (others.length === 0 ||
      (/^\d{1,3}$/.test(first) && others.slice(0, -1).every((group) => /^\d{2,3}$/.test(group)))) &&
    (last === undefined || /^\d{3}$/.test(last));
  return wellGrouped ? { whole: groups.join('') || '0', fraction } : undefined;
}

function decimalMark(text: string, digits: number, locale: string | undefined): '.' | ',' | undefined {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (points && commas) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (points + commas !== 1) return undefined;
  const mark = points ? '.' : ',';
  const [before = '', after = ''] = text.split(mark);
  const couldGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  if (!couldGroup) return mark;
  return digits === 3 && mark === markOf(locale) ? mark : undefined;
}

function markOf(locale = 'en-GB'): string | undefined {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value;
}
