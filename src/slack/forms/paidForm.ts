import { PAID_TITLE, paidModal } from '../../../blocks/agreements/paidModal.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';

/** Money that finance saw at the bank before the ledger did. */
export const paidForm: AccountForm = {
  title: PAID_TITLE,
  act: 'record_payment',
  async open(request) {
    const { metadata, account, currency, amountHint, entries } = await filledFor(request, {
      outcome: 'promised',
    });
    const { amount, notes } = entries;
    return paidModal({ metadata, account, currency, amount, amountHint, notes });
  },
};
