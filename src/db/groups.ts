import { z } from 'zod';
import { newId } from '../core/newId.ts';
import type { Queries, Tx } from './client.ts';
import { lockFreeDebtors } from './debtors.ts';
import { idRow } from './idRow.ts';

const group = z.object({ id: z.string(), name: z.string(), creditor: z.string().nullable() });

/** A group with whom its accounts owe. */
export interface DebtorGroup {
  readonly id: string;
  readonly name: string;
  readonly creditor: string | undefined;
}

const member = z.object({
  debtorId: z.string(),
  name: z.string(),
  account: z.string(),
  ownerId: z.string().nullable(),
  deputyId: z.string().nullable(),
});

/** An account of a group, with who looks after it. */
export type GroupMember = z.infer<typeof member>;

/** The group of that name, however it is capitalised; undefined where there is none. */
export async function groupNamed(
  tx: Queries,
  workspaceId: string,
  name: string,
): Promise<DebtorGroup | undefined> {
  const [found] = await tx.sql(group, `${groupSql} AND lower(g.name) = lower($2) ORDER BY g.id LIMIT 1`, [
    workspaceId,
    name,
  ]);
  return found && { ...found, creditor: found.creditor ?? undefined };
}

/** The group that an account is in; undefined where it is in none. */
export async function groupOf(
  tx: Queries,
  workspaceId: string,
  debtorId: string,
): Promise<DebtorGroup | undefined> {
  const [found] = await tx.sql(
    group,
    `${groupSql} AND g.id = (SELECT group_id FROM debtor WHERE workspace_id = $1 AND id = $2)`,
    [workspaceId, debtorId],
  );
  return found && { ...found, creditor: found.creditor ?? undefined };
}

/** The names of the groups whose accounts owe a creditor. */
export async function groupNames(tx: Queries, workspaceId: string, creditorId: string): Promise<string[]> {
  const rows = await tx.sql(
    z.object({ name: z.string() }),
    `SELECT g.name FROM debtor_group g WHERE g.workspace_id = $1
       AND EXISTS (SELECT 1 FROM debtor d WHERE d.group_id = g.id AND d.creditor_id = $2) ORDER BY lower(g.name)`,
    [workspaceId, creditorId],
  );
  return rows.map(({ name }) => name);
}

/** The accounts of a group by name. */
export async function groupMembers(
  tx: Queries,
  workspaceId: string,
  groupId: string,
): Promise<GroupMember[]> {
  return tx.sql(
    member,
    `SELECT id AS "debtorId", name, account, owner_id AS "ownerId", deputy_id AS "deputyId" FROM debtor
     WHERE workspace_id = $1 AND group_id = $2 ORDER BY name, account, id`,
    [workspaceId, groupId],
  );
}

/** Locks accounts until the transaction ends, in the order in which everybody does. */
export async function lockDebtors(tx: Tx, workspaceId: string, debtorIds: readonly string[]): Promise<void> {
  await tx.sql(
    idRow,
    'SELECT id FROM debtor WHERE workspace_id = $1 AND id = ANY($2::text[]) ORDER BY id FOR UPDATE',
    [workspaceId, [...debtorIds]],
  );
}

/** Locks accounts until the transaction ends, waiting for nobody; false where others have one of them. */
export async function claimDebtors(
  tx: Tx,
  workspaceId: string,
  debtorIds: readonly string[],
): Promise<boolean> {
  return (await lockFreeDebtors(tx, workspaceId, debtorIds)).size === debtorIds.length;
}

/** Makes the group of that name unless it is there, and locks it, so that nobody takes it away meanwhile; answers its id. */
export async function claimGroup(tx: Tx, workspaceId: string, name: string): Promise<string> {
  await tx.execute(
    'INSERT INTO debtor_group (id, workspace_id, name) VALUES ($1, $2, $3) ON CONFLICT (workspace_id, name) DO NOTHING',
    [newId(), workspaceId, name],
  );
  const [found] = await tx.sql(
    idRow,
    'SELECT id FROM debtor_group WHERE workspace_id = $1 AND name = $2 FOR UPDATE',
    [workspaceId, name],
  );
  if (!found) throw new Error(`group ${name} went away while it was joined`);
  return found.id;
}

/** Takes a group away that has no account any more. */
export async function dropEmptyGroup(tx: Tx, workspaceId: string, groupId: string): Promise<void> {
  // locked before it is counted: whoever is joining it has then done so
  await tx.sql(idRow, 'SELECT id FROM debtor_group WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [
    workspaceId,
    groupId,
  ]);
  await tx.execute(
    `DELETE FROM debtor_group g WHERE g.workspace_id = $1 AND g.id = $2
       AND NOT EXISTS (SELECT 1 FROM debtor d WHERE d.group_id = g.id)`,
    [workspaceId, groupId],
  );
}

/** $1 workspace */
const groupSql = `
SELECT g.id, g.name, (SELECT c.name FROM debtor d JOIN creditor c ON c.id = d.creditor_id
  WHERE d.group_id = g.id LIMIT 1) AS creditor
FROM debtor_group g WHERE g.workspace_id = $1`;
