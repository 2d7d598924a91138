import { type AgeingRow, ageing } from '../../core/ageing.ts';
import { type Day, dayOfDate } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
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
  options: { workspace: WorkspaceContext; debtorId: string; today: Day },
): Promise<AccountGroup | undefined> {
  const { workspace, debtorId, today } = options;
  const group = await groupOf(tx, workspace.id, debtorId);
  if (!group) return undefined;
  const members = await groupMembers(tx, workspace.id, group.id);
  const ids = members.map((one) => one.debtorId);
  const open = await tx.prisma.invoice.findMany({
    where: { workspaceId: workspace.id, debtorId: { in: ids }, outstanding: { not: 0 } },
    select: { debtorId: true, currency: true, outstanding: true, dueOn: true },
  });
  const items = (id: string) =>
    open.filter((one) => one.debtorId === id).map((one) => ({ ...one, dueOn: dayOfDate(one.dueOn) }));
  return {
    name: group.name,
    others: members
      .filter((one) => one.debtorId !== debtorId)
      .map((one) => ({ ...one, balances: ageing(items(one.debtorId), today) })),
    total: ageing(ids.flatMap(items), today),
  };
}
