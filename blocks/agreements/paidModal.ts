import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';
import { noteInput } from './noteInput.ts';

export const PAID_TITLE = 'Payment seen';

export interface PaidForm extends AgreementFrame {
  readonly currency: string;
  /** as typed */
  readonly amount?: string | undefined;
  /** why the amount is empty though one was typed; a sentence */
  readonly amountHint?: string | undefined;
  /** as typed: the payment's reference stands there */
  readonly notes?: string | undefined;
}

/** How much finance saw at the bank before the ledger did. */
export function paidModal(form: PaidForm): types.ModalView {
  return agreementModal(form, {
    callbackId: 'paid',
    title: PAID_TITLE,
    submit: 'Save',
    blocks: [
      input({
        blockId: 'amount',
        label: `Amount seen at the bank (${form.currency})`,
        hint: [form.amountHint, 'Nothing is sent until the ledger shows it, three business days at most.']
          .filter(Boolean)
          .join(' '),
        element: textInput({ actionId: 'amount', initial: form.amount, maxLength: 40 }),
      }),
      noteInput(form.notes),
    ],
  });
}
