import { z } from 'zod';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import { groupMembers, groupNamed, groupOf, lockDebtors } from '../../db/groups.ts';
import { type OwnedAccount, ownedAccount, setOwner, stillOwned } from '../../db/owners.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { passOwnedPrompts } from '../members/passOwnedPrompts.ts';
import { regroup } from './setGroup.ts';

const before = z.object({ group: z.string().nullable(), accounts: z.array(ownedAccount) });
const after = z.object({ group: z.string().nullable(), ownerId: z.string().nullable() });

export interface GroupUndo {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly changeId: string;
  readonly now: Date;
}

/** What became of an account whose group was taken back. */
export interface GroupUndone {
  readonly debtorName: string;
  /** false: its group was changed since, and nothing is done */
  readonly isBack: boolean;
  /** the group in which it is again; undefined: in none */
  readonly group: string | undefined;
  /** who looks after it again, by name, where that changed */
  readonly owner: string | undefined;
  /** open prompts that went to them */
  readonly prompts: number;
}

/**
 * Takes a change of an account's group back: it is where it was, with who looked after it before, unless it was put into another group or assigned anew since; a group that
 * got an owner by it has none again, unless another account joined it meanwhile. Open prompts go back with the account. Throws DulyError
 * `not_allowed`, `no_group_change`, `not_in_group`.
 */
export async function undoGroup(db: Db, undo: GroupUndo): Promise<GroupUndone> {
  const { workspace, member, now } = undo;
  requireMay(member, 'group_accounts');
  const { back, ...undone } = await db.transaction((tx) => takeBack(tx, undo));
  const toId = back?.toId;
  if (!back || !toId) return { ...undone, owner: undefined, prompts: 0 };
  const owner = await db.prisma.member.findUniqueOrThrow({ where: { id: toId } });
  const note = `${member.name} took the change of this account’s group back: ${owner.name} looks after it again.`;
  const about = { workspace, accounts: [back.account], toId, note, now };
  return { ...undone, owner: owner.name, prompts: await passOwnedPrompts(db, about) };
}

type TakenBack = Omit<GroupUndone, 'owner' | 'prompts'> & {
  /** the account as it was owned until now, and by whom it is owned again */
  readonly back?: { readonly account: OwnedAccount; readonly toId: string | null };
};

async function takeBack(tx: Tx, { workspace, member, changeId, now }: GroupUndo): Promise<TakenBack> {
  const workspaceId = workspace.id;
  const row = await tx.prisma.audit.findFirst({
    where: { workspaceId, action: 'group_set', after: { path: ['changeId'], equals: changeId } },
  });
  if (!row) throw new DulyError('no_group_change', `no change ${changeId}`, 'I do not know this change.');
  const { subjectId: debtorId } = row;
  const was = before.parse(row.before);
  const became = after.parse(row.after);
  const members = async (name: string | null) => {
    const group = name === null ? undefined : await groupNamed(tx, workspaceId, name);
    return group ? (await groupMembers(tx, workspaceId, group.id)).map((one) => one.debtorId) : [];
  };
  const locked = [debtorId, ...(await members(was.group)), ...(await members(became.group))];
  await lockDebtors(tx, workspaceId, locked);
  const account = await debtorOf(tx, workspaceId, debtorId);
  const current = (await groupOf(tx, workspaceId, debtorId))?.name ?? null;
  if (current !== became.group)
    return { debtorName: account.name, isBack: false, group: current ?? undefined };
  const { group } = await regroup(tx, { workspace, member, debtorId, name: was.group ?? '', now });
  await giveBack(tx, workspaceId, {
    debtorId,
    ...was,
    ownerId: became.ownerId,
    left: await members(became.group),
  });
  const { ownerId: toId } = await debtorOf(tx, workspaceId, debtorId);
  await recordAudit(tx, {
    ...{ workspaceId, at: now, actor: member.id, action: 'group_undone', subjectKind: 'debtor' },
    ...{ subjectId: debtorId, before: { group: current } },
    ...{ after: { changeId, group: group ?? null, ownerId: toId } },
  });
  const { ownerId, deputyId } = account;
  const back = toId === ownerId ? undefined : { account: { debtorId, ownerId, deputyId }, toId };
  return { debtorName: account.name, isBack: true, group, ...(back && { back }) };
}

/** Owners that the change gave, where they own it still: of the account, unless a group that it is in again has one, and of the group that it leaves, while nobody else joined. */
async function giveBack(
  tx: Tx,
  workspaceId: string,
  was: {
    readonly debtorId: string;
    readonly accounts: readonly OwnedAccount[];
    /** who owned all of them afterwards */
    readonly ownerId: string | null;
    /** the accounts of the group that it left, as they are now */
    readonly left: readonly string[];
  },
): Promise<void> {
  const { debtorId, accounts, ownerId, left } = was;
  if (ownerId === null) return;
  const ids = accounts.map((one) => one.debtorId);
  const still = await stillOwned(tx, workspaceId, { debtorIds: ids, ownerId });
  const joined = await groupOf(tx, workspaceId, debtorId);
  const isAlone = !joined || (await groupMembers(tx, workspaceId, joined.id)).length === 1;
  for (const account of accounts) {
    const isGiven = account.debtorId === debtorId ? isAlone : left.every((id) => ids.includes(id));
    if (!isGiven || !still.has(account.debtorId)) continue;
    const owner = { ownerId: account.ownerId, deputyId: account.deputyId };
    await setOwner(tx, workspaceId, { debtorIds: [account.debtorId], ...owner });
  }
}
