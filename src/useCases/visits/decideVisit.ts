import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

/**
 * A manager agrees to a visit, and the account's owner is asked to go; or does not, and nobody goes for this invoice. Returns a
 * sentence. The caller holds the debtor's lock and has made sure that the prompt is open and the member may agree.
 */
export async function decideVisit(
  tx: Tx,
  decision: {
    workspace: WorkspaceContext;
    member: Member;
    prompt: Prompt;
    stepId: string;
    agrees: boolean;
    now: Date;
  },
): Promise<string> {
  const { workspace, member, prompt, stepId, agrees, now } = decision;
  const { id: promptId, debtorId } = prompt;
  const workspaceId = workspace.id;
  const outcome = agrees
    ? `${member.name} agreed to the visit.`
    : `${member.name} did not agree to the visit: nobody goes.`;
  await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: member.id,
    action: agrees ? 'visit_agreed' : 'visit_not_agreed',
    subjectKind: 'stage_step',
    subjectId: stepId,
  });
  await reviewSoon(tx, workspaceId, debtorId, now);
  if (!agrees) {
    const where = { id: stepId, workspaceId, state: 'pending' };
    await tx.prisma.stageStep.updateMany({ where, data: { state: 'skipped' } });
    return 'Not agreed. Nobody goes.';
  }
  const debtor = await debtorFact(tx, workspace, debtorId);
  const owner = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
  await openPrompt(tx, {
    workspace,
    debtorId,
    stepId,
    key: `step:${stepId}`,
    kind: 'direct_contact',
    memberId: owner ?? member.id,
    reasons: [{ rule: 'agreement', outcome: 'note', sentence: outcome }],
    details: { stage: 'direct_contact', mode: 'call' },
    now,
  });
  return 'Agreed. The owner of the account is asked to go.';
}
