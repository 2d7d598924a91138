import { type ApprovalRules, type ApprovalStanding, approvalStanding } from '../../core/approvalStanding.ts';
import type { Queries } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';

/**
 * How a request stands by these rules, after all that was decided and taken back. What was taken back while it was open is as if it
 * had never been: it can stop nothing later, however the rules change.
 */
export async function standingOf(
  tx: Queries,
  options: { workspace: WorkspaceContext; approval: Pick<Approval, 'id'>; rules: ApprovalRules; now: Date },
): Promise<ApprovalStanding> {
  const { workspace, approval, rules, now } = options;
  const decisions = await tx.prisma.approvalDecision.findMany({
    where: { approvalId: approval.id, workspaceId: workspace.id, stoppedNone: false },
  });
  return approvalStanding(
    decisions.map((d) => ({
      memberId: d.memberId,
      decision: d.decision === 'approve' ? 'approve' : 'decline',
      hash: d.hash,
      at: d.at,
      takenBackAt: d.takenBackAt ?? undefined,
    })),
    rules,
    { at: now, today: todayOf(workspace, now) },
  );
}
