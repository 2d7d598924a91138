import type { AccountView } from '../../../blocks/accounts/AccountView.ts';
import type { Interest } from '../../core/interest.ts';
import { basisWords, missingRateWords } from '../../core/interestWords.ts';
import { formatMoney } from '../../core/money.ts';
import type { Account } from './loadAccount.ts';

type Worked = Pick<Interest, 'total' | 'fixedSum' | 'daily'>;

/** Late-payment interest to date, per currency, on what it stands, and which base rate is missing; no part of the balance. */
export function interestSection(
  { interest }: Pick<Account, 'interest'>,
  locale: string,
): AccountView['sections'][number] {
  const byCurrency = new Map<string, Worked & { invoices: number }>();
  const bases = new Set<string>();
  const missing = new Set<string>();
  for (const { invoice, basis, found } of interest) {
    if ('missing' in found) {
      missing.add(missingRateWords(found, locale).join(' '));
      continue;
    }
    if (found.total + found.fixedSum + found.daily === 0n) continue;
    bases.add(`On the basis of ${basisWords(basis, locale)}`);
    const before = byCurrency.get(invoice.currency) ?? { total: 0n, fixedSum: 0n, daily: 0n, invoices: 0 };
    byCurrency.set(invoice.currency, {
      total: before.total + found.total,
      fixedSum: before.fixedSum + found.fixedSum,
      daily: before.daily + found.daily,
      invoices: before.invoices + 1,
    });
  }
  const lines = [...byCurrency].map(([currency, { total, fixedSum, daily, invoices }]) => {
    const money = (minor: bigint) => formatMoney(minor, currency, locale);
    const fixed = fixedSum > 0n ? ` and ${money(fixedSum)} in fixed sums` : '';
    return `${money(total)}${fixed} on ${invoices} ${invoices === 1 ? 'invoice' : 'invoices'}, ${money(daily)} more a day; not in the balance`;
  });
  return { title: 'Late-payment interest to date', lines: [...lines, ...bases, ...missing] };
}
