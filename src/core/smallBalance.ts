import type { InvoiceFact } from './facts.ts';
import type { Settings } from './settings.ts';

/**
 * Whether what is left to collect of an invoice (minor units) is too small to be chased: below the currency's limit, and
 * after a part payment below the lower of that and 1 % of the invoice. A currency without a limit has none.
 */
export function isSmallBalance(
  { currency, amount, outstanding }: InvoiceFact,
  left: bigint,
  { smallBalance }: Pick<Settings, 'smallBalance'>,
): boolean {
  const limit = smallBalance[currency] ?? 0;
  if (left >= limit) return false;
  return outstanding === amount || left * 100n < amount;
}
