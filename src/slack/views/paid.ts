import { PAID_TITLE } from '../../../blocks/agreements/paidModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { parseAmount } from '../../core/parseAmount.ts';
import { logAgreement } from '../../useCases/agreements/logAgreement.ts';
import { waitForSeenPayment } from '../../useCases/holds/waitForPayment.ts';
import type { ViewHandler } from '../handlers.ts';
import { checkMoney } from './checkMoney.ts';
import { formMemory } from './formMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** Submitted: money that was seen at the bank. */
export const paid: ViewHandler = {
  check(view) {
    const { text } = stateOf(view);
    const { memory, debtorId, key } = formMemory(view);
    const typed = text('amount');
    const named = parseAmount(typed, { currency: memory.currency, locale: memory.locale });
    const currency = ('minor' in named && named.currency) || memory.currency;
    const money = checkMoney(typed, { currency, locale: memory.locale });
    if ('problem' in money) return { errors: { amount: money.problem } };
    if (currency === '') return { errors: { amount: 'In which currency? Write it like EUR 1,200.' } };
    const notes = text('notes') || undefined;
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const logging = { workspace, member, debtorId, key, now, outcome: 'payment_seen' as const, notes };
        const logged = await logAgreement(deps.db, logging, async (tx, recording) => ({
          said: await waitForSeenPayment(tx, recording, { currency, amount: money.amount }),
        }));
        await showLogged(request, logged);
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView(PAID_TITLE, [
      ['Amount', text('amount')],
      ['Notes', text('notes')],
    ]);
  },
  again: refilled,
};
