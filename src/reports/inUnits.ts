import { formatAmount } from '../core/money.ts';

/** Minor units as a number of whole units, for the height of a bar only: never for a figure that is printed in full. */
export function inUnits(minor: bigint, currency: string): number {
  return Number(formatAmount(minor, currency));
}

/** A short label for a picture, to three digits, such as "€18.4K". */
export function shortMoney(minor: bigint, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  return format.format(inUnits(minor, currency));
}
