import type { AccountView } from '../../../blocks/accounts/AccountView.ts';
import type { AgeingRow } from '../../core/ageing.ts';
import { formatMoney } from '../../core/money.ts';
import type { Account } from '../accounts/loadAccount.ts';

/** So many accounts of a group are listed. */
const SHOWN = 10;

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The group of an account: what is overdue on its other accounts, and on all of them, per currency. */
export function groupSection({ group }: Account, locale: string): AccountView['sections'][number] {
  if (!group) return { title: 'Group', lines: [] };
  const { name, others, total } = group;
  const more = others.length - SHOWN;
  return {
    title: `Group “${name}”`,
    lines: [
      ...others
        .slice(0, SHOWN)
        .map((one) => `${one.name} (${one.account}): ${overdue(one.balances, locale)}`),
      ...(more > 0 ? [`and ${more} more`] : []),
      others.length > 0
        ? `All ${others.length + 1} accounts: ${overdue(total, locale)}`
        : 'No other account is in it yet',
    ],
  };
}

function overdue(balances: readonly AgeingRow[], locale: string): string {
  const late = balances.flatMap(({ currency, buckets, total }) => {
    const amount = total - buckets.current;
    return amount === 0n ? [] : [formatMoney(amount, currency, locale)];
  });
  return late.length > 0 ? `${list.format(late)} overdue` : 'nothing overdue';
}
