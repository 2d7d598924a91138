import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { whyNotInGroup } from '../../core/whyNotInGroup.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { debtorOf, lockDebtor, reviewSoon } from '../../db/debtors.ts';
import {
  claimGroup,
  dropEmptyGroup,
  type GroupMember,
  groupMembers,
  groupNamed,
  groupOf,
  lockDebtors,
} from '../../db/groups.ts';
import { type OwnedAccount, setOwner } from '../../db/owners.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Debtor, Member } from '../../generated/prisma/client.ts';
import { passOwnedPrompts } from '../members/passOwnedPrompts.ts';

export interface GroupChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  /** as `core/groupName.ts` read it; empty: in no group */
  readonly name: string;
  readonly now: Date;
}

/** What became of an account's group. */
export interface GroupSet {
  /** what Undo takes back (`undoGroup`); undefined: nothing changed */
  readonly changeId: string | undefined;
  /** as it is written; undefined: the account is in no group */
  readonly group: string | undefined;
  /** the other accounts of it */
  readonly others: number;
  /** who looks after all of them, where that changed for some: by name */
  readonly newOwner: string | undefined;
  /** open prompts that went to them */
  readonly prompts: number;
}

/**
 * Puts an account into the group of that name, made where there is none, or takes it out. A group has one owner: who joins gets it, with its deputy, and
 * the open prompts that the former owner had go along; a group that nobody looks after gets the owner of who joins. Doing it again changes
 * nothing. Throws DulyError `not_allowed`, `debtor_not_found`, `not_in_group`.
 */
export async function setGroup(db: Db, change: GroupChange): Promise<GroupSet> {
  const { workspace, member, name, now } = change;
  requireMay(member, 'group_accounts');
  const { changeId, group, others, changed, ownerId } = await db.transaction((tx) => regroup(tx, change));
  if (!ownerId || changed.length === 0) return { changeId, group, others, newOwner: undefined, prompts: 0 };
  const owner = await db.prisma.member.findUniqueOrThrow({ where: { id: ownerId } });
  const note = `${member.name} put this account into the group “${group ?? name}”: ${owner.name} looks after it now.`;
  const about = { workspace, accounts: changed, toId: ownerId, note, now };
  return { changeId, group, others, newOwner: owner.name, prompts: await passOwnedPrompts(db, about) };
}

interface Regrouped {
  readonly changeId: string | undefined;
  readonly group: string | undefined;
  readonly others: number;
  /** accounts whose owner changed, as they were */
  readonly changed: readonly OwnedAccount[];
  readonly ownerId: string | null;
}

/** The change itself, on record, in the transaction of the caller. Throws as `setGroup`. */
export async function regroup(tx: Tx, change: GroupChange): Promise<Regrouped> {
  const { workspace, debtorId, name, now } = change;
  const workspaceId = workspace.id;
  const wanted = name === '' ? undefined : await groupNamed(tx, workspaceId, name);
  const known = wanted ? await groupMembers(tx, workspaceId, wanted.id) : [];
  await lockDebtors(tx, workspaceId, [debtorId, ...known.map((one) => one.debtorId)]);
  await lockDebtor(tx, workspaceId, debtorId);
  const debtor = await debtorOf(tx, workspaceId, debtorId);
  const before = await groupOf(tx, workspaceId, debtorId);
  if (before?.id === wanted?.id && (wanted || name === '')) {
    const others = wanted ? (await groupMembers(tx, workspaceId, wanted.id)).length - 1 : 0;
    return { changeId: undefined, group: wanted?.name, others, changed: [], ownerId: null };
  }
  const joined = name === '' ? undefined : await join(tx, change, debtor);
  if (!joined) await tx.prisma.debtor.update({ where: { id: debtorId }, data: { groupId: null } });
  if (before) await dropEmptyGroup(tx, workspaceId, before.id);
  const { ownerId, deputyId } = await debtorOf(tx, workspaceId, debtorId);
  const changed = joined?.changed ?? [];
  const changeId = newId();
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: change.member.id,
    action: 'group_set',
    subjectKind: 'debtor',
    subjectId: debtorId,
    before: {
      ...{ group: before?.name ?? null, ownerId: debtor.ownerId, deputyId: debtor.deputyId },
      accounts: changed.map((one) => ({
        debtorId: one.debtorId,
        ownerId: one.ownerId,
        deputyId: one.deputyId,
      })),
    },
    after: { group: joined?.group ?? null, ownerId, deputyId, changeId },
  });
  await reviewSoon(tx, workspaceId, debtorId, now);
  return { changeId, group: joined?.group, others: joined?.others ?? 0, changed, ownerId };
}

async function join(
  tx: Tx,
  { workspace, debtorId, name }: GroupChange,
  debtor: Debtor,
): Promise<Omit<Regrouped, 'changeId' | 'ownerId'>> {
  const { id: workspaceId } = workspace;
  const asWritten = (await groupNamed(tx, workspaceId, name))?.name ?? name;
  const groupId = await claimGroup(tx, workspaceId, asWritten);
  const { creditorId, kind, name: debtorName, ownerId, deputyId } = debtor;
  const creditor = await tx.prisma.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const group = await groupNamed(tx, workspaceId, asWritten);
  const why = whyNotInGroup(
    { name: debtorName, kind, creditor: creditor.name },
    { name: asWritten, creditor: group?.creditor },
  );
  if (why) throw new DulyError('not_in_group', `debtor ${debtorId} into group ${groupId}`, why);
  const members = await groupMembers(tx, workspaceId, groupId);
  const [first] = members;
  await tx.prisma.debtor.update({ where: { id: debtorId }, data: { groupId } });
  const owner = first?.ownerId ? first : { ownerId, deputyId };
  const joining: GroupMember = { debtorId, name: debtorName, account: debtor.account, ownerId, deputyId };
  const changed = [joining, ...members].filter(
    (one) => one.ownerId !== owner.ownerId || one.deputyId !== owner.deputyId,
  );
  if (changed.length > 0) await setOwner(tx, workspaceId, { debtorIds: [debtorId], ...owner });
  return { group: asWritten, others: members.length, changed };
}
