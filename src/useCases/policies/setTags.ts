import { requireMay } from '../../core/permissions.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { debtorNotFound, lockDebtor, reviewSoon } from '../../db/debtors.ts';
import { activePolicies, policyForNew } from '../../db/policies.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

export interface TagsChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  readonly tags: readonly string[];
  /** the tags that the member saw */
  readonly shown: ShownForm;
  readonly now: Date;
}

/**
 * Sets the tags of an account and has it looked at again: its next case begins with the policy that is for it then, a running one goes on
 * by the version it has. Returns which policy that is, as a sentence. Setting them again changes nothing. Throws DulyError
 * `not_allowed` unless the member may manage, `changed_meanwhile`, `debtor_not_found`.
 */
export async function setTags(db: Db, change: TagsChange): Promise<string> {
  const { workspace, member, debtorId, now } = change;
  const tags = [...change.tags];
  requireMay(member, 'manage');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspaceId, debtorId);
    const { tags: before } = await tx.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } });
    if (before.join('\n') !== tags.join('\n')) {
      await requireAsShown(tx, {
        workspaceId,
        shown: change.shown,
        stands: before,
        wanted: tags,
        actions: ['tags_set'],
        subjectId: debtorId,
      });
      await tx.prisma.debtor.update({ where: { id: debtorId }, data: { tags } });
      await recordAudit(tx, {
        workspaceId,
        at: now,
        actor: member.id,
        action: 'tags_set',
        subjectKind: 'debtor',
        subjectId: debtorId,
        personal: { debtorId, before: { tags: before }, after: { tags } },
      });
      await reviewSoon(tx, workspaceId, debtorId, now);
    }
    const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
    if (!facts) throw debtorNotFound(workspaceId, debtorId);
    const { policy } = policyForNew(await activePolicies(tx, workspaceId), facts);
    return facts.openCase
      ? `The running case goes on by the policy it has; the next one would begin with “${policy.name}”.`
      : `A case would begin with “${policy.name}”.`;
  });
}

/** The tags that a policy in use goes by. */
export async function tagsInUse(tx: Queries, workspaceId: string): Promise<string[]> {
  const active = await activePolicies(tx, workspaceId);
  return [...new Set(active.flatMap(({ policy }) => policy.appliesTo.tags))];
}
