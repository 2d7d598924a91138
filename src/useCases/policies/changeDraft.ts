import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { type Policy, policySchema, readPolicy } from '../../core/policy.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Queries } from '../../db/client.ts';
import { activePolicies } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prisma } from '../../generated/prisma/client.ts';

export interface DraftChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  /** the policy that is changed */
  readonly key: string;
  readonly now: Date;
}

/**
 * Changes the draft of a policy; the first change begins one from the version in use. Nothing follows from a draft until it is switched
 * on. What cannot be a policy at all (stages out of order, a gate in a circle) is refused. Throws DulyError `not_allowed` unless the
 * member may manage, `no_policy`, `bad_policy`.
 * @param change answers the policy as it is wanted; with another key it becomes a policy of its own
 */
export async function changeDraft(
  db: Db,
  options: DraftChange & { change: (policy: Policy) => unknown },
): Promise<Policy> {
  const { workspace, member, key, now, change } = options;
  requireMay(member, 'manage');
  return db.transaction(async (tx) => {
    await tx.execute('SELECT id FROM workspace WHERE id = $1 FOR UPDATE', [workspace.id]);
    const before = await currentPolicy(tx, workspace.id, key);
    const read = policySchema.safeParse(change(before));
    if (!read.success) {
      const said = read.error.issues.map(({ message }) => message).join('; ');
      throw new DulyError('bad_policy', said, `That cannot be a policy: ${said}. Nothing was changed.`);
    }
    const policy = read.data;
    const definition = JSON.parse(JSON.stringify(policy)) as Prisma.InputJsonValue;
    const edited = { definition, editedBy: member.id, editedAt: now };
    await tx.prisma.policyDraft.upsert({
      where: { workspaceId_key: { workspaceId: workspace.id, key: policy.key } },
      create: { id: newId(), workspaceId: workspace.id, key: policy.key, ...edited },
      update: edited,
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'policy_draft_changed',
      subjectKind: 'policy',
      subjectId: policy.key,
      before: JSON.parse(JSON.stringify(before)),
      after: definition,
    });
    return policy;
  });
}

/** A policy as it is being changed, else the version in use. Throws DulyError `no_policy`. */
export async function currentPolicy(tx: Queries, workspaceId: string, key: string): Promise<Policy> {
  const draft = await tx.prisma.policyDraft.findFirst({ where: { workspaceId, key } });
  if (draft) return readPolicy(draft.definition);
  const active = (await activePolicies(tx, workspaceId)).find(({ policy }) => policy.key === key);
  if (active) return active.policy;
  throw new DulyError(
    'no_policy',
    `no policy ${key}`,
    'There is no such policy any more. Open `/debt policy` again.',
  );
}
