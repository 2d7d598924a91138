import { stageName } from '../../core/stageName.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import type { PromptKind } from '../prompts/promptKinds.ts';

/**
 * Asks about a notice that did not go out: the debtor's owner, or a role, even somebody away where nobody else is there. The same notice is asked about once in each way. A
 * prompt that names the step keeps other rungs from starting until it is answered.
 */
export async function askAgain(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    noticeId: string;
    /** what makes a second asking the same; default: this kind of question about this notice */
    key?: string;
    stage: string;
    stepId?: string;
    kind: Extract<
      PromptKind,
      'notice' | 'last_call' | 'hand_off' | 'credit_hold' | 'approval_ended' | 'unsure_mail' | 'freshness'
    >;
    asks: 'owner' | 'manager' | 'finance';
    /** what happened, as a sentence */
    why: string;
    /** it is asked only then */
    notBefore?: Date;
    now: Date;
  },
): Promise<void> {
  const { workspace, debtorId, noticeId, stage, stepId, kind, asks, why, notBefore, now } = options;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks, beyondCapacity: true, now });
  if (memberId === undefined) return;
  await openPrompt(tx, {
    workspace,
    debtorId,
    ...(stepId !== undefined && { stepId }),
    key: options.key ?? `${kind}:${noticeId}`,
    kind,
    memberId,
    reasons: [{ rule: kind, outcome: 'note', sentence: why }],
    details: { stage, mode: 'written', noticeId, title: stageName(stage) },
    ...(notBefore && notBefore > now && { notBefore }),
    now,
  });
}
