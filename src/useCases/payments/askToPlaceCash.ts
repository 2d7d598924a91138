import { cashToPlace } from '../../core/cashToPlace.ts';
import { addDays, type Day, dayOfDate, isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

/**
 * Asks finance, once a debtor and day, what the money is for that pays nothing yet, while a harsh step, or one that was approved, waits for
 * it; ends the question once there is no such money. Returns the day on which it is still to be asked.
 */
export async function askToPlaceCash(
  tx: Tx,
  asking: Review & { readonly facts: DebtorFacts; readonly decision: Decision },
): Promise<Day | undefined> {
  const { workspace, debtorId, facts, decision, stale, now } = asking;
  const today = todayOf(workspace, now);
  const cash = cashToPlace(facts);
  const open = facts.prompts.find(({ kind }) => kind === 'unplaced_cash');
  if (open && cash.length === 0) {
    const outcome = 'No money of theirs waits to be placed any more.';
    await closePrompt(tx, { workspace, promptId: open.id, state: 'overtaken', outcome, stale, now });
  }
  if (open || cash.length === 0) return undefined;
  if (!decision.waitsForFinance?.includes('unplaced_cash') && !facts.awaitsApproval) return undefined;
  if (!isPromptTime(workspace, now)) return today;
  const memberId = await whoIsAsked(tx, {
    workspace,
    debtor: facts.debtor,
    asks: 'finance',
    beyondCapacity: true,
    now,
  });
  if (!memberId) return today;
  const money = await tx.prisma.payment.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      unapplied: { gt: 0 },
      meantFor: null,
      currency: { in: cash.map(({ currency }) => currency) },
    },
    orderBy: [{ valueOn: 'asc' }, { id: 'asc' }],
  });
  const promptId = await openPrompt(tx, {
    workspace,
    debtorId,
    key: `unplaced_cash:${debtorId}:${isoDay(today)}`,
    kind: 'unplaced_cash',
    memberId,
    reasons: money.map(({ unapplied, currency, valueOn, payerName, reference }) => {
      const from = [payerName && `from ${payerName}`, reference && `“${reference}”`]
        .filter(Boolean)
        .join(', ');
      const sum = formatMoney(unapplied, currency, workspace.locale);
      const sentence = `${sum} of ${shortDay(dayOfDate(valueOn), workspace.locale)}${from ? ` ${from}` : ''} pays no invoice yet`;
      return { rule: 'unplaced_cash', outcome: 'stop', sentence };
    }),
    details: { paymentIds: money.map(({ id }) => id) },
    stale,
    now,
  });
  return promptId === undefined ? addDays(today, 1) : undefined;
}
