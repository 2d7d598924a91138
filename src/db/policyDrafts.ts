import { type Policy, readPolicy } from '../core/policy.ts';
import type { Queries } from './client.ts';

export interface PolicyDraft {
  readonly policy: Policy;
  /** the member who changed it last */
  readonly editedBy: string;
  readonly editedAt: Date;
}

/** The policies of a workspace that are being changed and not switched on yet. */
export async function policyDrafts(tx: Queries, workspaceId: string): Promise<PolicyDraft[]> {
  const rows = await tx.prisma.policyDraft.findMany({ where: { workspaceId }, orderBy: { key: 'asc' } });
  return rows.map(({ definition, editedBy, editedAt }) => ({
    policy: readPolicy(definition),
    editedBy,
    editedAt,
  }));
}
