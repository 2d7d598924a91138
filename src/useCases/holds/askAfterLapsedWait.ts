import { contactStops } from '../../core/contactStops.ts';
import { type Day, dateOfDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { lapsedWaits } from './lapsedWaits.ts';

/**
 * What a customer said to have paid did not come in the time that everything waited for it: the owner is asked, once a wait, to call
 * for proof of payment, unless finance has had them asked already. Returns the day on which that is still to be asked.
 */
export async function askAfterLapsedWait(
  tx: Tx,
  { workspace, debtorId, facts, stale, now }: Review & { readonly facts: DebtorFacts },
): Promise<Day | undefined> {
  const today = todayOf(workspace, now);
  if (contactStops(facts, today).length > 0) return undefined;
  const [lapsed] = lapsedWaits(facts, 'already_paid', today);
  if (!lapsed) return undefined;
  if (!facts.invoices.some(({ outstanding, dueOn }) => outstanding > 0n && dueOn < today)) return undefined;
  const asked = await tx.prisma.prompt.count({
    where: {
      ...{ workspaceId: workspace.id, debtorId, kind: 'payment_not_found' },
      openedAt: { gte: dateOfDay(lapsed.fromOn) },
    },
  });
  if (asked > 0) return undefined;
  if (!isPromptTime(workspace, now)) return today;
  const asks = { workspace, debtor: facts.debtor, asks: 'owner' as const, beyondCapacity: true, now };
  const memberId = await whoIsAsked(tx, asks);
  if (!memberId) return today;
  const until = dayName(lapsed.untilOn, workspace.locale);
  const sentence = `The customer said that it is paid, and the ledger did not show it by ${until}: ask for the date, the account it went to and proof of payment`;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `payment_not_found:${lapsed.id}`,
    kind: 'payment_not_found',
    memberId,
    reasons: [{ rule: 'payment_not_found', outcome: 'note', sentence }],
    stale,
    now,
  });
  return undefined;
}
