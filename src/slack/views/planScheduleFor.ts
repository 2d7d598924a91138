import type { types } from '@slack/bolt';
import { planScheduleModal } from '../../../blocks/agreements/planScheduleModal.ts';
import { dayName } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { callLogLines } from '../../useCases/calls/callLogLines.ts';
import { callOfPlan } from '../../useCases/plans/callOfPlan.ts';
import { draftDebtorPlan } from '../../useCases/plans/draftDebtorPlan.ts';
import type { Asker } from '../Asker.ts';
import { encodeMetadata } from '../metadata.ts';
import type { PlanMemory } from './PlanMemory.ts';

/** The schedule of a plan as it would be saved now. Throws DulyError where it has to be changed first. */
export async function planScheduleFor(
  { deps, workspace, member, now }: Asker,
  plan: PlanMemory,
): Promise<types.ModalView> {
  const { debtorId, call: callId, words } = plan;
  const { locale } = member;
  const call = callId ? await callOfPlan(deps.db, { workspace, debtorId, callId }) : undefined;
  const madeAt = call?.at ?? now;
  const draft = await draftDebtorPlan(deps.db, { workspace, debtorId, words, madeAt, now });
  const account = await loadAccount(deps.db, { workspace, debtorId, now });
  const inFull = draft.instalments.flatMap(({ invoices }) => invoices.filter((share) => share.inFull));
  const numbers = inFull.flatMap(
    ({ invoiceId }) => account.facts.invoices.find(({ id }) => id === invoiceId)?.number ?? [],
  );
  return planScheduleModal({
    account: callLogLines(account, locale),
    metadata: encodeMetadata({ ...plan, words: { ...words, amount: words.amount.toString() } }),
    instalments: draft.instalments.map(
      ({ promisedOn, amount }) =>
        `${dayName(promisedOn, locale)}: ${formatMoney(amount, words.currency, locale)}`,
    ),
    means: [
      numbers.length > 0
        ? `It pays ${numbers.join(', ')} in full: while it is kept, their clock stands still.`
        : 'It pays no invoice in full, so that no clock stands still.',
      'An instalment that is missed ends the plan.',
    ],
    agreement: member.role === 'manager' ? [] : draft.agreement,
  });
}
