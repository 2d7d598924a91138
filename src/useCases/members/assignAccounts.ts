import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { groupOf } from '../../db/groups.ts';
import { ownedAccounts, setOwner } from '../../db/owners.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { absenceOf } from './absence.ts';
import { passOwnedPrompts } from './passOwnedPrompts.ts';
import { requireCollecting } from './requireCollecting.ts';

export interface Assignment {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  /** one account, or all of a colleague */
  readonly accounts: { readonly debtorId: string } | { readonly of: Member };
  readonly to: Member;
  /** the deputy of that one account; undefined leaves it as it is */
  readonly deputy?: Member | undefined;
  readonly now: Date;
}

export interface Assigned {
  /** what Undo takes back; undefined when nothing changed */
  readonly assignmentId: string | undefined;
  readonly accounts: number;
  /** open prompts that went along */
  readonly prompts: number;
  /** the group of that one account, whose accounts went along: its name */
  readonly group: string | undefined;
  /** that the new owner is away, as a clause; undefined when they are there */
  readonly away?: string | undefined;
}

/**
 * Gives an account, with all of its group, or all accounts of a colleague, to another owner; the open prompts that the former owner had for them go along. Doing it again
 * changes nothing. Throws DulyError `not_allowed` (all accounts of a colleague: managers), `cannot_collect`, `assign_same`.
 */
export async function assignAccounts(db: Db, assignment: Assignment): Promise<Assigned> {
  const { workspace, member, accounts, to, deputy, now } = assignment;
  requireMay(member, 'of' in accounts ? 'manage' : 'log_activity');
  requireCollecting(to);
  if (deputy) requireCollecting(deputy);
  if ('of' in accounts && accounts.of.id === to.id) {
    throw new DulyError(
      'assign_same',
      'to the same member',
      `${to.name} has them already: name two different people.`,
    );
  }
  if (deputy?.id === to.id) {
    throw new DulyError('assign_same', 'deputy of themselves', 'Owner and deputy have to be two people.');
  }
  const assignmentId = newId();
  const group = 'of' in accounts ? undefined : await groupOf(db, workspace.id, accounts.debtorId);
  const changed = await db.transaction(async (tx) => {
    const owned = (await ownedAccounts(tx, workspace.id, accounts)).filter(
      (account) => account.ownerId !== to.id || (deputy && account.deputyId !== deputy.id),
    );
    if (owned.length === 0) return owned;
    const debtorIds = owned.map(({ debtorId }) => debtorId);
    await setOwner(tx, workspace.id, { debtorIds, ownerId: to.id, deputyId: deputy?.id });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'accounts_assigned',
      subjectKind: 'assignment',
      subjectId: assignmentId,
      before: { accounts: owned.map((account) => ({ ...account })) },
      after: { ownerId: to.id, deputyId: deputy?.id ?? null, ...(group && { group: group.name }) },
    });
    return owned;
  });
  if (changed.length === 0) return { assignmentId: undefined, accounts: 0, prompts: 0, group: undefined };
  const note = `${member.name} gave this account to ${to.name}.`;
  const prompts = await passOwnedPrompts(db, { workspace, accounts: changed, toId: to.id, note, now });
  const away = absenceOf(to, todayOf(workspace, now), member.locale);
  return { assignmentId, accounts: changed.length, prompts, group: group?.name, away };
}
