import { formatMoney } from '../../core/money.ts';
import type { FoundDebtor } from '../../db/searchDebtors.ts';

/** A debtor on one line: "Acme Ltd · 1001 · €1,200.00 overdue". */
export function debtorLabel(
  { name, account, overdue }: Pick<FoundDebtor, 'name' | 'account' | 'overdue'>,
  locale: string,
): string {
  const owed = overdue.map(({ amount, currency }) => formatMoney(amount, currency, locale)).join(' + ');
  return [name, account, owed ? `${owed} overdue` : 'nothing overdue'].filter(Boolean).join(' · ');
}
