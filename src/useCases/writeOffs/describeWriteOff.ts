import { formatMoney, type Money, totalsByCurrency } from '../../core/money.ts';

const SHOWN = 3;

/** "Write-off of £12.00 (INV-1, INV-2)": per currency, with the first few numbers of its invoices. */
export function describeWriteOff(
  invoices: readonly (Money & { readonly number: string })[],
  locale: string,
): string {
  const amounts = totalsByCurrency(invoices)
    .map(({ currency, amount }) => formatMoney(amount, currency, locale))
    .join(' and ');
  const numbers = invoices.slice(0, SHOWN).map(({ number }) => number);
  const more = invoices.length > SHOWN ? [`${invoices.length - SHOWN} more`] : [];
  return `Write-off of ${amounts} (${[...numbers, ...more].join(', ')})`;
}
