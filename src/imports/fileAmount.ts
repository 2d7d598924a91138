import { minorDigits } from '../core/money.ts';
import { parseAmount } from '../core/parseAmount.ts';
import { RowProblem } from './RowProblem.ts';

export type DecimalMark = '.' | ',';

/** beyond this no ledger goes, and sums of a million rows still fit the database */
const LIMIT = 10n ** 15n;

/**
 * Minor units of a cell in a column whose decimal mark is known; signs, brackets, currency signs and grouping as people
 * write them. Throws RowProblem for what is no amount, or one finer than the currency's minor unit.
 */
export function fileAmount(text: string, mark: DecimalMark, currency: string): bigint {
  const canonical = mark === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  const plain = /^(-?)(\d+)(?:\.(\d*))?$/.exec(canonical);
  const minor = plain
    ? exact(plain[1] === '-', plain[2] ?? '', plain[3] ?? '', currency)
    : // a fourth decimal keeps three decimals from being taken for thousands
      looser(canonical.replace(/(\.\d{3})(?!\d)/, '$10'), currency);
  if (minor === undefined) throw new RowProblem(`“${text}” is not an amount in ${currency}.`);
  if (minor > LIMIT || minor < -LIMIT) throw new RowProblem(`“${text}” is too large an amount.`);
  return minor;
}

/** The decimal mark that this amount alone proves, if any. */
export function provenMark(text: string): DecimalMark | undefined {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const mark = point >= 0 ? '.' : ',';
  const at = Math.max(point, comma);
  if (at < 0) return undefined;
  const other = mark === '.' ? ',' : '.';
  if (text.indexOf(mark) !== at) return other;
  const decimals = /^\d*/.exec(text.slice(at + 1))?.[0].length ?? 0;
  return decimals === 3 ? undefined : mark;
}

function exact(negative: boolean, whole: string, fraction: string, currency: string): bigint | undefined {
  const digits = minorDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return negative ? -minor : minor;
}

function looser(text: string, currency: string): bigint | undefined {
  const parsed = parseAmount(text, { currency });
  if ('error' in parsed || (parsed.currency && parsed.currency !== currency)) return undefined;
  return parsed.minor;
}
