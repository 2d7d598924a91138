import { cashToPlace } from '../../core/cashToPlace.ts';
import { addDays, type Day, dayOf, isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import { cashPayments } from '../../db/cashPayments.ts';
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
  const money = await cashPayments(tx, {
    workspaceId: workspace.id,
    debtorId,
    currencies: cash.map(({ currency }) => currency),
  });
  const promptId = await openPrompt(tx, {
    workspace,
    debtorId,
    key: `unplaced_cash:${debtorId}:${isoDay(today)}`,
    kind: 'unplaced_cash',
    memberId,
    reasons: money.map(({ free, currency, valueOn, payerName, reference }) => {
      const from = [payerName && `from ${payerName}`, reference && `“${reference}”`]
        .filter(Boolean)
        .join(', ');
      const sum = formatMoney(free, currency, workspace.locale);
      const sentence = `${sum} of ${shortDay(dayOf(valueOn), workspace.locale)}${from ? ` ${from}` : ''} pays no invoice yet`;
      return { rule: 'unplaced_cash', outcome: 'stop', sentence };
    }),
    details: { paymentIds: money.map(({ id }) => id) },
    stale,
    now,
  });
  return promptId === undefined ? addDays(today, 1) : undefined;
}
