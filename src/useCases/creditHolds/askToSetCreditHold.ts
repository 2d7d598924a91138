import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, Notice } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { tellThread } from '../notices/tellThread.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

/**
 * An approved credit hold is to be set in the order system: the account's owner is asked to, and it is in force only once a member
 * has recorded that it was. The caller holds the debtor's lock and has marked the approval as used.
 */
export async function askToSetCreditHold(
  tx: Tx,
  approved: { workspace: WorkspaceContext; approval: Approval; notice: Notice; now: Date },
): Promise<void> {
  const { workspace, approval, notice, now } = approved;
  const { debtorId, stepId } = approval;
  if (!stepId) throw new Error(`approval ${approval.id} is about no step`);
  const workspaceId = workspace.id;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const found = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
  const memberId = found ?? approval.askedById;
  const { name } = await tx.prisma.member.findUniqueOrThrow({ where: { id: memberId } });
  const outcome = `Approved. ${name} is asked to set it in the order system; it is in force once that is recorded.`;
  await tx.prisma.notice.update({ where: { id: notice.id }, data: { state: 'sent', sentAt: now, outcome } });
  await tx.prisma.approval.update({ where: { id: approval.id }, data: { endedAt: now, outcome } });
  const shown = whenShown(workspace, now);
  const sentence = 'It was approved: set it in the order system, then record that it is set';
  await openPrompt(tx, {
    workspace,
    debtorId,
    stepId,
    key: `set_credit_hold:${approval.id}`,
    kind: 'set_credit_hold',
    memberId,
    reasons: [{ rule: 'credit_hold', outcome: 'note', sentence }],
    details: { stage: 'credit_hold', approvalId: approval.id },
    notBefore: shown > now ? shown : undefined,
    now,
  });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: 'duly',
    action: 'credit_hold_approved',
    subjectKind: 'stage_step',
    subjectId: stepId,
    after: { approvalId: approval.id, askedOf: memberId },
  });
  await tellThread(tx, { workspace, approvalId: approval.id, what: 'to_set', text: outcome, now });
  await reviewSoon(tx, workspaceId, debtorId, now);
}
