import type { types } from '@slack/bolt';
import type { Choice } from '../elements/option.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';
import { whichInvoice } from './whichInvoice.ts';

export const WRITE_OFF_TITLE = 'Propose a write-off';

export interface WriteOffForm extends AgreementFrame {
  readonly invoices: readonly Choice[];
  readonly invoice?: string | undefined;
  readonly reason?: string | undefined;
}

/** What of an account is no longer expected, and why. */
export function writeOffModal(form: WriteOffForm): types.ModalView {
  return agreementModal(form, {
    callbackId: 'writeoff',
    title: WRITE_OFF_TITLE,
    submit: 'Propose',
    blocks: [
      whichInvoice(form.invoices, form.invoice),
      input({
        blockId: 'reason',
        label: 'Why?',
        hint: 'A manager agrees, and the ledger does it: until an import shows it, it is only marked here.',
        element: textInput({ actionId: 'reason', initial: form.reason, maxLength: 300 }),
      }),
    ],
  });
}
