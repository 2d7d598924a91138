import { formatAmount, minorDigits } from './money.ts';

/** Minor units as a person of that locale would type them: `128450n, 'EUR'` → `1284.50`, in `de-DE` `1284,50`. */
export function typedAmount(minor: bigint, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
    numberingSystem: 'latn',
  });
  return format.format(formatAmount(minor, currency) as `${number}`);
}
