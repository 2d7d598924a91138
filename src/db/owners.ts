import { z } from 'zod';
import type { Queries, Tx } from './client.ts';
import { idRow } from './idRow.ts';

/** An account with who looks after it. */
export const ownedAccount = z.object({
  debtorId: z.string(),
  ownerId: z.string().nullable(),
  deputyId: z.string().nullable(),
});
export type OwnedAccount = z.infer<typeof ownedAccount>;

/**
 * One account of this workspace with those of its group, or all that a member owns: a group has one owner. Locked until the transaction
 * ends.
 */
export async function ownedAccounts(
  tx: Tx,
  workspaceId: string,
  which: { readonly debtorId: string } | { readonly of: { readonly id: string } },
): Promise<OwnedAccount[]> {
  const [column, value] = 'of' in which ? ['owner_id', which.of.id] : ['id', which.debtorId];
  return tx.sql(
    ownedAccount,
    `SELECT id AS "debtorId", owner_id AS "ownerId", deputy_id AS "deputyId" FROM debtor
     WHERE workspace_id = $1 AND (${column} = $2
       OR group_id IN (SELECT group_id FROM debtor WHERE workspace_id = $1 AND ${column} = $2)) ORDER BY id FOR UPDATE`,
    [workspaceId, value],
  );
}

/** Which of these accounts a member still owns; locked until the transaction ends. */
export async function stillOwned(
  tx: Tx,
  workspaceId: string,
  { debtorIds, ownerId }: { debtorIds: readonly string[]; ownerId: string },
): Promise<Set<string>> {
  const rows = await tx.sql(
    idRow,
    `SELECT id FROM debtor WHERE workspace_id = $1 AND id = ANY($2::text[]) AND owner_id = $3 ORDER BY id FOR UPDATE`,
    [workspaceId, [...debtorIds], ownerId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Sets the owner of accounts and of those in their groups, and their deputy unless that is undefined. */
export async function setOwner(
  tx: Queries,
  workspaceId: string,
  owner: { debtorIds: readonly string[]; ownerId: string | null; deputyId: string | null | undefined },
): Promise<void> {
  const { debtorIds, ownerId, deputyId } = owner;
  const those = { workspaceId, id: { in: [...debtorIds] } };
  const groups = await tx.prisma.debtor.findMany({
    where: { ...those, groupId: { not: null } },
    select: { groupId: true },
  });
  const groupIds = groups.flatMap(({ groupId }) => groupId ?? []);
  await tx.prisma.debtor.updateMany({
    where: { OR: [those, { workspaceId, groupId: { in: groupIds } }] },
    data: { ownerId, ...(deputyId !== undefined && { deputyId }) },
  });
}
