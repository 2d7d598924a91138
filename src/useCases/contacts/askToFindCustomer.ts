import type { Day } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { isLost } from '../../core/isLost.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

type Asking = Review & { readonly facts: DebtorFacts; readonly isDue: boolean };

/**
 * Asks the owner to find the customer while something is due (`isDue`) and nothing that is on file works; once somebody has said that
 * it is done, not before something else turns out to be wrong. Ends the question when somebody can be reached or nothing is due. Returns
 * today where it is still to be asked: it is not the hour for it, or nobody has room.
 */
export async function askToFindCustomer(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, debtorId, facts, isDue, now } = asking;
  const lost = isDue && !facts.handedOff && isLost(facts);
  if (!lost) return end(tx, asking);
  if (!workspace.startedAt) return undefined;
  const before = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId, kind: 'find_customer' },
    orderBy: { openedAt: 'desc' },
  });
  const wrong = wrongDetails(facts);
  if (before[0] && isAnswered(before[0], wrong)) return undefined;
  const today = todayOf(workspace, now);
  if (!isPromptTime(workspace, now)) return today;
  const memberId = await whoIsAsked(tx, { workspace, debtor: facts.debtor, asks: 'owner', now });
  if (!memberId) return today;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `find_customer:${debtorId}:${before.length + 1}`,
    kind: 'find_customer',
    memberId,
    reasons: [{ rule: 'find_customer', outcome: 'note', sentence: 'No address or number on file works' }],
    details: { wrong },
    now,
  });
  return undefined;
}

/** Still asked, or done with what was known to be wrong then. */
function isAnswered({ state, details }: Prompt, wrong: number): boolean {
  return state === 'open' || (state === 'done' && (details as { wrong?: number }).wrong === wrong);
}

function wrongDetails({ contacts }: DebtorFacts): number {
  return contacts.reduce((sum, { deadChannels }) => sum + deadChannels.length, 0);
}

async function end(tx: Tx, { workspace, facts, now }: Asking): Promise<undefined> {
  const outcome = isLost(facts)
    ? 'Nothing is due any more: nothing to do.'
    : 'There is somebody to reach again.';
  for (const { id: promptId, kind } of facts.prompts) {
    if (kind === 'find_customer')
      await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
  }
}
