import { debtorKindName } from '../../core/debtorKindName.ts';
import type { DebtorKind } from '../../core/facts.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { debtorNotFound, debtorOf, lockDebtor } from '../../db/debtors.ts';
import { lockDebtors } from '../../db/groups.ts';
import { policyOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { accountsSharing } from '../contacts/contactOfAccount.ts';
import { revalidateApprovals } from '../notices/revalidateApprovals.ts';
import { showPromptsAnew } from '../prompts/showPromptsAnew.ts';
import { followKind } from './followKind.ts';

export interface KindCorrection {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  readonly kind: DebtorKind;
  /** what shows it, as typed */
  readonly reason: string;
  readonly now: Date;
}

/**
 * Corrects what an account is, on record with the reason. From this moment texts, contact rules and interest are those of that kind: a running case whose policy
 * is not for it goes on by the one that is, open requests for approval are held against it, prompts about the account, and about those that
 * shared contacts with it, are shown anew, and all of them are decided anew. The same kind again changes nothing. Returns sentences. Throws DulyError `not_allowed` unless
 * the member may manage, `debtor_not_found`.
 */
export async function correctKind(db: Db, correction: KindCorrection): Promise<string[]> {
  const { workspace, member, debtorId, kind, now } = correction;
  requireMay(member, 'manage');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    const { groupId } = await debtorOf(tx, workspaceId, debtorId);
    await lockDebtors(tx, workspaceId, await together(tx, { workspaceId, debtorId, groupId }));
    await lockDebtor(tx, workspaceId, debtorId);
    const before = await debtorOf(tx, workspaceId, debtorId);
    if (before.kind === kind) return [`It is on file as a ${debtorKindName(kind)}: nothing was changed.`];
    const shared = await accountsSharing(tx, { workspaceId, debtorId });
    await keep(tx, correction, before.kind as DebtorKind);
    const next = await nextPolicy(tx, correction, before.kind as DebtorKind);
    await revalidateApprovals(tx, { workspace, debtorId, now });
    const sharing = await accountsSharing(tx, { workspaceId, debtorId });
    await showPromptsAnew(tx, { workspace, debtorIds: [...new Set([...shared, ...sharing])], now });
    return [
      `It is on file as a ${debtorKindName(kind)} from now on: texts, contact rules and interest follow.`,
      next,
      ...(before.groupId && kind !== 'business'
        ? ['It shares neither contacts nor statements with the other accounts of its group any more.']
        : []),
    ];
  });
}

/** The accounts of a group, in which contacts are shared by kind; itself alone where it is in none. */
async function together(
  tx: Tx,
  { workspaceId, debtorId, groupId }: { workspaceId: string; debtorId: string; groupId: string | null },
): Promise<string[]> {
  if (!groupId) return [debtorId];
  const members = await tx.prisma.debtor.findMany({ where: { workspaceId, groupId }, select: { id: true } });
  return members.map(({ id }) => id);
}

async function keep(tx: Tx, correction: KindCorrection, before: DebtorKind): Promise<void> {
  const { workspace, member, debtorId, kind, reason, now } = correction;
  await tx.prisma.debtor.update({ where: { id: debtorId }, data: { kind } });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'kind_corrected',
    subjectKind: 'debtor',
    subjectId: debtorId,
    before: { kind: before },
    after: { kind },
    why: reason,
  });
}

/** Moves the running case where its policy is not for the kind; which policy the account goes by now, as a sentence. */
async function nextPolicy(
  tx: Tx,
  { workspace, debtorId, now }: KindCorrection,
  before: DebtorKind,
): Promise<string> {
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!facts) throw debtorNotFound(workspace.id, debtorId);
  // a case that began with a default went by the one for the kind it had
  const had = facts.openCase ? { ...facts, debtor: { ...facts.debtor, kind: before } } : facts;
  const version = await policyOf(tx, workspace, had);
  const next = await followKind(tx, { workspace, facts, version, now });
  const { name } = next.policy;
  if (!facts.openCase) return `A case would begin with “${name}”.`;
  return next === version
    ? `The running case goes on by “${name}”, which is for this kind too.`
    : `The running case goes on by “${name}” from here; steps that were taken stay taken.`;
}
