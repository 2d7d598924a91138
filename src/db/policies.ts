import { defaultPolicyFor } from '../core/defaultPolicies.ts';
import type { DebtorFacts } from '../core/facts.ts';
import { type Policy, readPolicy } from '../core/policy.ts';
import type { Queries } from './client.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/**
 * The policy that a debtor is walked through: the version its open case began with, else the workspace's active one for
 * its kind, else the default policy.
 */
export async function policyOf(
  tx: Queries,
  workspace: WorkspaceContext,
  facts: Pick<DebtorFacts, 'debtor' | 'openCase'>,
): Promise<{ policy: Policy; policyId: string | undefined }> {
  const fallback = defaultPolicyFor(facts.debtor.kind);
  const row = facts.openCase
    ? await tx.prisma.policy.findFirst({
        where: {
          workspaceId: workspace.id,
          id: { in: await policyIdOfCase(tx, workspace.id, facts.openCase.id) },
        },
      })
    : await tx.prisma.policy.findFirst({
        where: { workspaceId: workspace.id, key: fallback.key, active: true },
        orderBy: { version: 'desc' },
      });
  return row
    ? { policy: readPolicy(row.definition), policyId: row.id }
    : { policy: fallback, policyId: undefined };
}

async function policyIdOfCase(tx: Queries, workspaceId: string, caseId: string): Promise<string[]> {
  const found = await tx.prisma.case.findFirst({
    where: { id: caseId, workspaceId },
    select: { policyId: true },
  });
  return found?.policyId ? [found.policyId] : [];
}
