import { type AgeingRow, ageing } from '../../core/ageing.ts';
import type { Day } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { type GroupMember, groupMembers, groupOf } from '../../db/groups.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** A group as it stands on a day. */
export interface AccountGroup {
  readonly name: string;
  /** the other accounts by name, with their open items by age, per currency */
  readonly others: readonly (GroupMember & { readonly balances: readonly AgeingRow[] })[];
  /** all of its accounts together, per currency */
  readonly total: readonly AgeingRow[];
}

/** The group that an account is in; undefined where it is in none. */
export async function loadGroup(
  tx: Queries,
  options: { workspace: WorkspaceContext; debtorId: string; today: Day; now: Date },
): Promise<AccountGroup | undefined> {
  const { workspace, debtorId, today, now } = options;
  const group = await groupOf(tx, workspace.id, debtorId);
  if (!group) return undefined;
  const members = await groupMembers(tx, workspace.id, group.id);
  const ids = members.map((one) => one.debtorId);
  const facts = await loadDebtorFacts(tx, workspace, ids, now);
  const items = (id: string) => facts.get(id)?.invoices ?? [];
  return {
    name: group.name,
    others: members
      .filter((one) => one.debtorId !== debtorId)
      .map((one) => ({ ...one, balances: ageing(items(one.debtorId), today) })),
    total: ageing(ids.flatMap(items), today),
  };
}
