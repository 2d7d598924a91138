import { addDays } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { type FoundMoney, searchPayment } from '../../db/paymentSearch.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

/** Money older than so many calendar days is not looked at. */
const LOOKS_BACK = 60;

const places: Readonly<Record<FoundMoney['where'], string>> = {
  open: 'not allocated yet',
  elsewhere: 'booked to',
  returned: 'taken back by the bank',
};

/** Asks finance, when the team is at work, where the money is that a customer says to have paid, with what a search of the ledger found. */
export async function askToFindPayment(
  tx: Tx,
  { workspace, debtorId, activityId, member, now }: Recording,
): Promise<void> {
  if (!workspace.startedAt) return;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const asks = { workspace, debtor, asks: 'finance' as const, now, beyondCapacity: true };
  const memberId = await whoIsAsked(tx, asks);
  if (!memberId) return;
  const today = todayOf(workspace, now);
  const found = await searchPayment(tx, {
    workspaceId: workspace.id,
    debtorId,
    since: addDays(today, -LOOKS_BACK),
    today,
  });
  const none = 'Nothing like it is in the ledger: ask the customer for the date and proof of payment';
  const sentences = found.length > 0 ? found.map((money) => foundWords(money, workspace.locale)) : [none];
  const shown = whenShown(workspace, now);
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `find_payment:${activityId}`,
    kind: 'find_payment',
    memberId,
    reasons: [`${member.name} was told that it is paid`, ...sentences].map((sentence) => ({
      rule: 'find_payment',
      outcome: 'note',
      sentence,
    })),
    notBefore: shown > now ? shown : undefined,
    now,
  });
}

function foundWords(
  { where, currency, amount, valueOn, payer, reference, debtorName }: FoundMoney,
  locale: string,
) {
  const from = [payer && `from ${payer}`, reference && `“${reference}”`].filter(Boolean).join(', ');
  const place = where === 'elsewhere' ? `${places.elsewhere} ${debtorName ?? 'nobody'}` : places[where];
  return `${formatMoney(amount, currency, locale)} of ${shortDay(valueOn, locale)}${from ? ` ${from}` : ''}: ${place}`;
}
