import { addDays, type Day } from '../../core/day.ts';
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
 * Money that finance saw at the bank did not come into the ledger in the time that everything waited for it: finance is told, once a
 * wait, also where the account is stopped. Returns the day on which that may still have to be told.
 */
export async function tellOfLapsedWait(
  tx: Tx,
  { workspace, debtorId, facts, stale, now }: Review & { readonly facts: DebtorFacts },
): Promise<Day | undefined> {
  const today = todayOf(workspace, now);
  if (!facts.invoices.some(({ outstanding }) => outstanding > 0n)) return undefined;
  for (const { id, reason, untilOn } of lapsedWaits(facts, 'payment_seen', today)) {
    const key = `seen_not_come:${id}`;
    if ((await tx.prisma.prompt.count({ where: { workspaceId: workspace.id, key } })) > 0) continue;
    if (!isPromptTime(workspace, now)) return today;
    const asks = { workspace, debtor: facts.debtor, asks: 'finance' as const, beyondCapacity: true, now };
    const memberId = await whoIsAsked(tx, asks);
    if (!memberId) return today;
    const until = dayName(untilOn, workspace.locale);
    const sentence = `${reason}, and the ledger did not show it by ${until}: nothing waits for it any more. Look whether it was booked to another account, or has still to be booked`;
    await openPrompt(tx, {
      workspace,
      debtorId,
      key,
      kind: 'seen_not_come',
      memberId,
      reasons: [{ rule: 'seen_not_come', outcome: 'note', sentence }],
      stale,
      now,
    });
  }
  const running = facts.holds.filter(
    ({ kind, endedOn, untilOn }) => kind === 'payment_seen' && endedOn === undefined && untilOn >= today,
  );
  return running.length > 0
    ? addDays(Math.min(...running.map(({ untilOn }) => untilOn)) as Day, 1)
    : undefined;
}
