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
  const { debtor, openCase } = facts;
  const fallback = { policy: defaultPolicyFor(debtor.kind), policyId: undefined };
  if (openCase && openCase.policyId === undefined) return fallback;
  const row = await tx.prisma.policy.findFirst({
    where: {
      workspaceId: workspace.id,
      ...(openCase?.policyId ? { id: openCase.policyId } : { key: fallback.policy.key, active: true }),
    },
    orderBy: { version: 'desc' },
  });
  return row ? { policy: readPolicy(row.definition), policyId: row.id } : fallback;
}
