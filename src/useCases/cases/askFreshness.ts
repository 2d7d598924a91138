import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { freshnessKey } from './freshnessKey.ts';
import { isPromptTime } from './nextReview.ts';
import type { Review } from './reviewDebtor.ts';
import { whoIsAsked } from './whoIsAsked.ts';

/**
 * Asks finance, once a day for each creditor, to bring the payments to it up to date while a harsh step waits for them; ends
 * the question once they are.
 */
export async function askFreshness(
  tx: Tx,
  asking: Review & { readonly facts: DebtorFacts; readonly decision: Decision; readonly fresh: boolean },
): Promise<void> {
  const { workspace, debtorId, facts, decision, now } = asking;
  if (asking.fresh) {
    for (const { id, kind } of facts.prompts) {
      if (kind !== 'freshness') continue;
      const outcome = 'Payments are known up to date again.';
      await closePrompt(tx, { workspace, promptId: id, state: 'overtaken', outcome, now });
    }
    return;
  }
  if (!decision.waitsForFinance?.includes('freshness') || !isPromptTime(workspace, now)) return;
  const memberId = await whoIsAsked(tx, {
    workspace,
    debtor: facts.debtor,
    asks: 'finance',
    beyondCapacity: true,
    now,
  });
  if (!memberId) return;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: freshnessKey(facts.creditor, todayOf(workspace, now)),
    kind: 'freshness',
    memberId,
    reasons: decision.reasons.filter(({ rule }) => rule === 'freshness'),
    now,
  });
}
