import { approvalSeal } from '../../useCases/notices/approvalSeal.ts';
import { decideApproval } from '../../useCases/notices/decideApproval.ts';
import type { Doing } from './Doing.ts';

/**
 * Approves what a colleague asked for. Only where nobody has decided anything about this customer; false: left alone.
 */
export async function approveRequest({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const own = { workspaceId: workspace.id, debtorId };
  if ((await db.prisma.approvalDecision.count({ where: { approval: own } })) > 0) return false;
  const approval = await db.prisma.approval.findFirst({
    where: { ...own, state: 'open', askedById: { not: member.id } },
  });
  if (!approval) return false;
  await decideApproval(db, {
    workspace,
    approvalId: approval.id,
    member,
    decision: 'approve',
    via: { kind: 'button', seal: approvalSeal(approval.hash, 0) },
    now,
  });
  return true;
}
