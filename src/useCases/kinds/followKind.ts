import type { DebtorFacts } from '../../core/facts.ts';
import { isForKind } from '../../core/isForKind.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { moveCases } from '../../db/moveCases.ts';
import { activePolicies, type PolicyVersion, policyForNew } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/**
 * The version that an account goes by: `version`, which is its running case's, unless that one is not for what the account is. Then its
 * kind was corrected meanwhile, and the case goes on by the version that a new one would begin with, on record; steps that were taken stay
 * taken. The caller holds the debtor's lock.
 */
export async function followKind(
  tx: Tx,
  following: {
    readonly workspace: WorkspaceContext;
    readonly facts: DebtorFacts;
    readonly version: PolicyVersion;
    readonly now: Date;
  },
): Promise<PolicyVersion> {
  const { workspace, facts, version, now } = following;
  const { openCase, debtor } = facts;
  if (!openCase || isForKind(version.policy.appliesTo, debtor.kind)) return version;
  const next = policyForNew(await activePolicies(tx, workspace.id), facts);
  await moveCases(tx, {
    workspaceId: workspace.id,
    caseIds: [openCase.id],
    policyId: next.policyId,
    now,
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'case_moved',
    subjectKind: 'case',
    subjectId: openCase.id,
    before: { key: version.policy.key, version: version.version },
    after: { key: next.policy.key, version: next.version },
    why: `its policy is not for ${debtor.kind}`,
  });
  return next;
}
