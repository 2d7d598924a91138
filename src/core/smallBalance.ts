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
  const limit = BigInt(smallBalance[currency] ?? 0);
  return outstanding === amount ? left < limit : isSmallRest(left, amount, limit);
}

/** Whether what is left of an amount that was paid in part (minor units) is below the limit and below 1 % of it. */
export function isSmallRest(left: bigint, amount: bigint, limit: bigint): boolean {
  return left < limit && left * 100n < amount;
}
