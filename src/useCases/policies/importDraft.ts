import { DulyError } from '../../core/DulyError.ts';
import { markOf } from '../../core/markOf.ts';
import { type Policy, readPolicy } from '../../core/policy.ts';
import type { Db } from '../../db/client.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { findPolicy } from './changeDraft.ts';
import { keepDraft } from './keepDraft.ts';

/**
 * Keeps a policy from the command line as the draft of its key, from which nothing follows until a manager switches it on. The same
 * again changes nothing. Throws DulyError `draft_stands` where another draft of it is begun, unless that one is to be replaced.
 */
export async function importDraft(
  db: Db,
  options: { workspace: WorkspaceContext; policy: Policy; replace: boolean; now: Date },
): Promise<void> {
  const { workspace, policy, replace, now } = options;
  await db.transaction(async (tx) => {
    await lockWorkspace(tx, workspace.id);
    const where = { workspaceId: workspace.id, key: policy.key };
    const draft = await tx.prisma.policyDraft.findFirst({ where });
    if (draft && markOf(readPolicy(draft.definition)) === markOf(policy)) return;
    if (draft && !replace) {
      throw new DulyError(
        'draft_stands',
        `a draft of ${policy.key} stands`,
        `A draft of “${policy.name}” is begun already: look at it with \`duly policy show ${policy.key}\`. With --replace this one takes its place.`,
      );
    }
    const before = await findPolicy(tx, workspace.id, policy.key);
    await keepDraft(tx, { workspace, actor: 'cli', before, policy, now });
  });
}
