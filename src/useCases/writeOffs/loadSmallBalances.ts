import type { SmallBalancesView } from '../../../blocks/lists/smallBalancesMessage.ts';
import type { Day } from '../../core/day.ts';
import { formatMoney, totalsByCurrency } from '../../core/money.ts';
import { may } from '../../core/permissions.ts';
import type { Queries } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { type OpenSmallBalance, openSmallBalances } from './openSmallBalances.ts';

const PER_PAGE = 10;

/** One page of the small balances that nobody has decided on this month, for whoever reads it; a page beyond the end is the last one. */
export async function loadSmallBalances(
  tx: Queries,
  options: {
    workspace: WorkspaceContext;
    page: number;
    member: Pick<Member, 'locale' | 'role'>;
    now: Date;
  },
): Promise<SmallBalancesView> {
  const { workspace, member, now } = options;
  const { locale, role } = member;
  const all = await openSmallBalances(tx, { workspace, now });
  const today = todayOf(workspace, now);
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(Math.max(0, options.page), pages - 1);
  const shown = all.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const toPropose = shown.filter(({ isNet }) => !isNet);
  return {
    page,
    pages,
    total: all.length,
    sum: sumOf(all, locale),
    agrees: may(role, 'agree'),
    toPropose: {
      invoiceIds: toPropose.map(({ invoice }) => invoice.id),
      sum: sumOf(toPropose, locale),
    },
    rows: shown.map((balance) => ({
      invoiceId: balance.invoice.id,
      debtorName: balance.debtorName,
      owed: owed(balance, today, locale),
      isNet: balance.isNet,
    })),
  };
}

function sumOf(balances: readonly OpenSmallBalance[], locale: string): string {
  const amounts = balances.map(({ invoice, left }) => ({ currency: invoice.currency, amount: left }));
  return totalsByCurrency(amounts)
    .map(({ currency, amount }) => formatMoney(amount, currency, locale))
    .join(' and ');
}

function owed({ invoice, left, isNet }: OpenSmallBalance, today: Day, locale: string): string {
  const { number, currency, outstanding, dueOn } = invoice;
  const money = (amount: bigint) => formatMoney(amount, currency, locale);
  const late = today - dueOn;
  const credits = isNet ? ` after credits of ${money(outstanding - left)}` : '';
  return `${money(left)} of ${number}${credits}, ${late} day${late === 1 ? '' : 's'} late`;
}
