import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { SETTLE_TITLE, settlementChoices } from '../../../blocks/agreements/settleDisputeModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { settleDispute as settle } from '../../useCases/disputes/settleDispute.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { checkMoney } from './checkMoney.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({
  form: z.string(),
  disputeId: z.string(),
  debtorId: z.string(),
  currency: z.string(),
  locale: z.string(),
  /** minor units contested */
  amount: z.string(),
});

/** Submitted: how a dispute ended. */
export const settleDispute: ViewHandler = {
  check(view) {
    const { choice, text } = stateOf(view);
    const { form, disputeId, debtorId, currency, locale, amount } = memoryOf(view);
    const outcome = settlementChoices.find(({ value }) => value === choice('outcome'))?.value;
    if (!outcome) return { errors: { outcome: 'Choose how it ended.' } };
    const money =
      outcome === 'in_part'
        ? checkMoney(text('conceded'), { currency, locale, most: BigInt(amount) - 1n })
        : undefined;
    if (money && 'problem' in money) return { errors: { conceded: money.problem } };
    const settlement = { disputeId, outcome, conceded: money?.amount };
    const notes = text('notes') || undefined;
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const logging = { workspace, member, debtorId, key: `form:${form}`, now, notes, settlement };
        await showLogged(request, await settle(deps.db, logging));
      },
    };
  },
  saving(view) {
    const { choice, text } = stateOf(view);
    return savingView(SETTLE_TITLE, [
      ['Outcome', settlementChoices.find(({ value }) => value === choice('outcome'))?.text ?? ''],
      ['Given in to', text('conceded')],
      ['Notes', text('notes')],
    ]);
  },
  again: refilled,
};

function memoryOf(view: ViewOutput) {
  return decodeMetadata(remembered, view.private_metadata);
}
