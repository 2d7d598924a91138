import { monthStart } from '../../core/monthEnd.ts';
import { type SmallBalance, smallBalancesOf } from '../../core/smallBalancesOf.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { smallBalanceAccounts } from '../../db/smallBalanceAccounts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/** A small balance, and whose it is. */
export interface OpenSmallBalance extends SmallBalance {
  readonly debtorId: string;
  readonly debtorName: string;
}

/** The small balances of a workspace, or of one account, that nobody has decided on this month, the oldest first. */
export async function openSmallBalances(
  tx: Queries,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId?: string; now: Date },
): Promise<OpenSmallBalance[]> {
  const today = todayOf(workspace, now);
  const { id: workspaceId, settings } = workspace;
  const asked = { workspaceId, settings, today, leftSince: monthStart(today), debtorId };
  const accounts = await smallBalanceAccounts(tx, asked);
  const ids = accounts.map((account) => account.debtorId);
  const facts = await loadDebtorFacts(tx, workspace, ids, now);
  return accounts
    .flatMap(({ left, ...account }) => {
      const known = facts.get(account.debtorId);
      const small = known ? smallBalancesOf(known, { today, settings }) : [];
      return small
        .filter(({ invoice }) => !left.has(invoice.id))
        .map((balance) => ({ ...balance, ...account }));
    })
    .sort((a, b) => a.invoice.dueOn - b.invoice.dueOn);
}
