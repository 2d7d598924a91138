import { DulyError } from '../../core/DulyError.ts';
import { markOf } from '../../core/markOf.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { readPolicy } from '../../core/policy.ts';
import { policyProblems } from '../../core/policyProblems.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { activePolicies } from '../../db/policies.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { changedMeanwhile, type DraftChange } from './changeDraft.ts';

/** A draft as the member saw it. */
export interface SeenDraft extends DraftChange {
  /** of the policy that was shown (`markOf`) */
  readonly mark: string;
}

/**
 * Makes the draft the next version of its policy: new cases begin with it, running ones go on by what they have. Answers the version.
 * Throws DulyError `not_allowed` unless the member may manage, `no_draft` (the second time too), `draft_changed`, `policy_problems`.
 */
export async function switchOnDraft(db: Db, options: SeenDraft): Promise<number> {
  const { workspace, member, key, now } = options;
  return withDraft(db, options, async (tx, draft) => {
    const policy = readPolicy(draft.definition);
    const inUse = (await activePolicies(tx, workspace.id)).map((one) => one.policy);
    const problems = policyProblems(policy, inUse);
    if (problems.length > 0) {
      const said = problems.map(({ sentence }) => sentence).join(' ');
      throw new DulyError('policy_problems', said, `It is not switched on yet. ${said}`);
    }
    const of = { workspaceId: workspace.id, key };
    const last = await tx.prisma.policy.findFirst({ where: of, orderBy: { version: 'desc' } });
    const version = (last?.version ?? 0) + 1;
    await tx.prisma.policy.updateMany({ where: { ...of, active: true }, data: { active: false } });
    const id = newId();
    const definition = JSON.parse(JSON.stringify(policy)) as Prisma.InputJsonValue;
    await tx.prisma.policy.create({
      data: { id, ...of, version, name: policy.name, definition, createdBy: member.id, createdAt: now },
    });
    await tx.prisma.policyDraft.delete({ where: { id: draft.id } });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'policy_switched_on',
      subjectKind: 'policy',
      subjectId: id,
      after: { key, version },
    });
    return version;
  });
}

/**
 * Throws the draft away; the version in use stays. Throws DulyError `not_allowed` unless the member may manage, `no_draft`,
 * `draft_changed`.
 */
export async function discardDraft(db: Db, options: SeenDraft): Promise<void> {
  const { workspace, member, key, now } = options;
  await withDraft(db, options, async (tx, draft) => {
    await tx.prisma.policyDraft.delete({ where: { id: draft.id } });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'policy_draft_discarded',
      subjectKind: 'policy',
      subjectId: key,
      before: draft.definition as Prisma.InputJsonValue,
    });
  });
}

async function withDraft<T>(
  db: Db,
  { workspace, member, key, mark }: SeenDraft,
  work: (tx: Tx, draft: { id: string; definition: unknown }) => Promise<T>,
): Promise<T> {
  requireMay(member, 'manage');
  return db.transaction(async (tx) => {
    await lockWorkspace(tx, workspace.id);
    const draft = await tx.prisma.policyDraft.findFirst({ where: { workspaceId: workspace.id, key } });
    if (draft && markOf(readPolicy(draft.definition)) !== mark) {
      const so = 'it is neither switched on nor discarded. Here is how it stands now.';
      throw await changedMeanwhile(tx, draft, so);
    }
    if (draft) return work(tx, draft);
    throw new DulyError(
      'no_draft',
      `no draft of ${key}`,
      'There is no draft of this policy any more: it was switched on or discarded. Open `/debt policy` again.',
    );
  });
}
