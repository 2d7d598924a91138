import { debtorKindName } from '../../core/debtorKindName.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { agreementKey } from '../agreements/askForAgreement.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { closePrompt } from '../prompts/closePrompt.ts';

/**
 * Nobody visits who is no company without a manager's agreement: a visit that was asked of somebody while the account was taken for one is
 * taken back, and comes again by the policy as it is for what the account is. Whether there was one.
 */
export async function takeBackVisits(
  tx: Tx,
  { workspace, debtorId, facts, stale, now }: Review & { readonly facts: DebtorFacts },
): Promise<boolean> {
  const { kind } = facts.debtor;
  if (kind === 'business') return false;
  let taken = false;
  for (const { id: promptId, stepId, open, kind: asks } of facts.prompts) {
    if (!open || asks !== 'direct_contact' || !stepId) continue;
    const workspaceId = workspace.id;
    if ((await tx.prisma.prompt.count({ where: { workspaceId, key: agreementKey({ stepId }) } })) > 0)
      continue;
    const why = `This is a ${debtorKindName(kind)}: nobody goes without a manager’s agreement.`;
    const where = { id: stepId, workspaceId, state: 'pending' };
    await tx.prisma.stageStep.updateMany({ where, data: { state: 'cancelled' } });
    await closePrompt(tx, { workspace, promptId, state: 'cancelled', outcome: why, stale, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: 'duly',
      action: 'step_withdrawn',
      subjectKind: 'stage_step',
      subjectId: stepId,
      before: { stage: 'direct_contact', debtorId },
      why,
    });
    taken = true;
  }
  return taken;
}
