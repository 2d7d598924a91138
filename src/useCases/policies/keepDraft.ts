import { newId } from '../../core/newId.ts';
import type { Policy } from '../../core/policy.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** Keeps a policy as its draft, in place of the one that it had, with who changed it on record. The caller holds the workspace's lock. */
export async function keepDraft(
  tx: Tx,
  draft: {
    readonly workspace: WorkspaceContext;
    /** a member's id, or `cli` */
    readonly actor: string;
    /** what it was until now; absent for a new policy */
    readonly before: Policy | undefined;
    readonly policy: Policy;
    readonly now: Date;
  },
): Promise<void> {
  const { workspace, actor, before, policy, now } = draft;
  const { key } = policy;
  const definition = plain(policy);
  const edited = { definition, editedBy: actor, editedAt: now };
  await tx.prisma.policyDraft.upsert({
    where: { workspaceId_key: { workspaceId: workspace.id, key } },
    create: { id: newId(), workspaceId: workspace.id, key, ...edited },
    update: edited,
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor,
    action: 'policy_draft_changed',
    subjectKind: 'policy',
    subjectId: key,
    ...(before && { before: plain(before) }),
    after: definition,
  });
}

function plain(policy: Policy): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(policy)) as Prisma.InputJsonObject;
}
