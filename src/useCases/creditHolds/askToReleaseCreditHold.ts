import { whyToRelease } from '../../core/creditHold.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

/**
 * Asks the account's owner to release a credit hold once what carries it is paid or in instalments, and takes the question back where
 * a payment was returned or the instalments broke. Asked again, it changes nothing. The caller holds the debtor's lock.
 */
export async function askToReleaseCreditHold(
  tx: Tx,
  review: Review & { readonly facts: DebtorFacts },
): Promise<void> {
  const { workspace, debtorId, facts, stale, now } = review;
  const { creditHold, debtor } = facts;
  if (!creditHold) return;
  const why = whyToRelease(facts, { today: todayOf(workspace, now), settings: workspace.settings });
  const open = facts.prompts.find(({ kind }) => kind === 'release_credit_hold');
  if (open && why === undefined) {
    const outcome = `Invoice ${creditHold.invoiceNumber} is open again: the credit hold stands.`;
    await closePrompt(tx, { workspace, promptId: open.id, state: 'overtaken', outcome, stale, now });
  }
  if (open || why === undefined) return;
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
  if (!memberId) return;
  const times = await tx.prisma.prompt.count({
    where: { workspaceId: workspace.id, debtorId, kind: 'release_credit_hold' },
  });
  const shown = whenShown(workspace, now);
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `release_credit_hold:${creditHold.id}:${times}`,
    kind: 'release_credit_hold',
    memberId,
    reasons: [
      { rule: 'credit_hold', outcome: 'note', sentence: why },
      {
        rule: 'credit_hold',
        outcome: 'note',
        sentence: 'Release it in the order system today, then record that it is released',
      },
    ],
    notBefore: shown > now ? shown : undefined,
    stale,
    now,
  });
}
