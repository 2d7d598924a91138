import { DulyError } from '../../core/DulyError.ts';
import { markOf } from '../../core/markOf.ts';
import { requireMay } from '../../core/permissions.ts';
import { type Policy, policySchema, readPolicy } from '../../core/policy.ts';
import type { Db, Queries } from '../../db/client.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { activePolicies } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { keepDraft } from './keepDraft.ts';

export interface DraftChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  /** the policy that is changed */
  readonly key: string;
  readonly now: Date;
}

/** What of a policy the member saw before changing it: the part, and its mark (`markOf`) as it was shown. */
export interface SeenPart {
  readonly part: (policy: Policy) => unknown;
  readonly mark: string;
}

/**
 * Changes the draft of a policy; the first change begins one from the version in use. Nothing follows from a draft until it is switched
 * on. What cannot be a policy at all (stages out of order, a gate in a circle) is refused, and what would undo a change that the member
 * did not see; the same change again changes nothing. Throws DulyError `not_allowed` unless the member may manage, `no_policy`,
 * `bad_policy`, `draft_changed`, `other_policy`.
 * @param change answers the policy as it is wanted; with another key, which no policy has yet, it becomes a policy of its own
 * @param seen absent where nothing of it was shown
 */
export async function changeDraft(
  db: Db,
  options: DraftChange & { change: (policy: Policy) => unknown; seen?: SeenPart },
): Promise<Policy> {
  const { workspace, member, key, now, change, seen } = options;
  requireMay(member, 'manage');
  return db.transaction(async (tx) => {
    await lockWorkspace(tx, workspace.id);
    const before = await currentPolicy(tx, workspace.id, key);
    const read = policySchema.safeParse(change(before));
    if (!read.success) {
      const said = read.error.issues.map(({ message }) => message).join('; ');
      throw new DulyError('bad_policy', said, `That cannot be a policy: ${said}. Nothing was changed.`);
    }
    const policy = read.data;
    const where = { workspaceId: workspace.id, key: policy.key };
    const draft = await tx.prisma.policyDraft.findFirst({ where });
    if (draft && markOf(readPolicy(draft.definition)) === markOf(policy)) return policy;
    if (policy.key !== key) await requireNew(tx, workspace.id, policy.key);
    else if (seen && markOf(seen.part(before)) !== seen.mark) {
      const so =
        'nothing of yours is saved. Look at it in `/debt policy` as it stands now, and change it there.';
      throw await changedMeanwhile(tx, draft, so);
    }
    await keepDraft(tx, { workspace, actor: member.id, before, policy, now });
    return policy;
  });
}

/** Throws DulyError `other_policy` where a policy of that key stands already: it is changed in its own window. */
async function requireNew(tx: Queries, workspaceId: string, key: string): Promise<void> {
  const known = await findPolicy(tx, workspaceId, key);
  if (!known) return;
  throw new DulyError(
    'other_policy',
    `${key} is another policy`,
    `This is the text of “${known.name}” (key: ${key}), and nothing was changed. Open that policy and put the text there, or give it a key that no policy has yet.`,
  );
}

/** The refusal of what is about another state of a policy than the member saw, and what follows from that. */
export async function changedMeanwhile(
  tx: Queries,
  draft: { readonly editedBy: string } | null,
  so: string,
): Promise<DulyError> {
  const editor = draft && (await tx.prisma.member.findUnique({ where: { id: draft.editedBy } }));
  return new DulyError(
    'draft_changed',
    'changed since it was shown',
    `${editor ? `${editor.name} has changed this` : 'This was changed'} since you opened it: ${so}`,
  );
}

/** A policy as it is being changed, else the version in use. Throws DulyError `no_policy`. */
export async function currentPolicy(tx: Queries, workspaceId: string, key: string): Promise<Policy> {
  const found = await findPolicy(tx, workspaceId, key);
  if (found) return found;
  throw new DulyError(
    'no_policy',
    `no policy ${key}`,
    'There is no such policy any more. Open `/debt policy` again.',
  );
}

/** A policy as it is being changed, else the version in use; undefined where there is none. */
export async function findPolicy(tx: Queries, workspaceId: string, key: string): Promise<Policy | undefined> {
  const draft = await tx.prisma.policyDraft.findFirst({ where: { workspaceId, key } });
  if (draft) return readPolicy(draft.definition);
  return (await activePolicies(tx, workspaceId)).find(({ policy }) => policy.key === key)?.policy;
}
