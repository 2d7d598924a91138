import type { SmallBalancesView } from '../../../blocks/lists/smallBalancesMessage.ts';
import { formatMoney, totalsByCurrency } from '../../core/money.ts';
import { monthStart } from '../../core/monthEnd.ts';
import type { Queries } from '../../db/client.ts';
import { type SmallBalance, smallBalances } from '../../db/smallBalances.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

const PER_PAGE = 10;

/** The small balances of a workspace that nobody has decided on this month. */
export async function openSmallBalances(
  tx: Queries,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): Promise<SmallBalance[]> {
  const today = todayOf(workspace, now);
  const { id: workspaceId, settings } = workspace;
  return smallBalances(tx, { workspaceId, settings, today, leftSince: monthStart(today) });
}

/** One page of them for a reader of that locale; a page beyond the end is the last one. */
export async function loadSmallBalances(
  tx: Queries,
  options: { workspace: WorkspaceContext; page: number; locale: string; now: Date },
): Promise<SmallBalancesView> {
  const { workspace, locale, now } = options;
  const all = await openSmallBalances(tx, { workspace, now });
  const today = todayOf(workspace, now);
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(Math.max(0, options.page), pages - 1);
  const totals = totalsByCurrency(
    all.map(({ currency, outstanding }) => ({ currency, amount: outstanding })),
  );
  return {
    page,
    pages,
    total: all.length,
    sum: totals.map(({ currency, amount }) => formatMoney(amount, currency, locale)).join(' and '),
    rows: all.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map((balance) => {
      const late = today - balance.dueOn;
      const open = formatMoney(balance.outstanding, balance.currency, locale);
      return {
        invoiceId: balance.invoiceId,
        debtorName: balance.debtorName,
        owed: `${open} of ${balance.number}, ${late} day${late === 1 ? '' : 's'} late`,
      };
    }),
  };
}
