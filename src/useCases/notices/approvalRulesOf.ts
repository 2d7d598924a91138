import type { ApprovalRules } from '../../core/approvalStanding.ts';
import { dayOfDate } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { approversOf } from './approversOf.ts';
import { loadSituation } from './loadSituation.ts';

/** What a request is judged by, as policy, members, roles and limits are now; where nobody knows its account any more, nobody may approve. */
export async function approvalRulesOf(
  tx: Queries,
  { workspace, approval, now }: { workspace: WorkspaceContext; approval: Approval; now: Date },
): Promise<ApprovalRules> {
  const { askedById, approvers, hash, noticeId, debtorId } = approval;
  const { id: workspaceId, settings } = workspace;
  const notice = await tx.prisma.notice.findFirstOrThrow({ where: { id: noticeId, workspaceId } });
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const { roles, members } = input
    ? await approversOf(tx, { workspaceId, policy: input.policy, stage: notice.kind })
    : { roles: [], members: [] };
  return {
    askedById,
    approvers,
    roles,
    members: members.map(({ id, role }) => ({ id, role })),
    singleApprover: settings.singleApprover,
    hash,
    graceMinutes: settings.graceMinutes,
    usableUntil: dayOfDate(approval.usableUntil),
    sentAt: notice.sentAt ?? undefined,
  };
}
