import type { types } from '@slack/bolt';
import { datePicker } from '../elements/datePicker.ts';
import type { Choice } from '../elements/option.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';
import { whichInvoice } from './whichInvoice.ts';

export const PAUSE_TITLE = 'Pause';

export interface PauseForm extends AgreementFrame {
  readonly invoices: readonly Choice[];
  /** what stands in the fields; days are ISO */
  readonly invoice?: string | undefined;
  readonly from: string;
  readonly until?: string | undefined;
  readonly reason?: string | undefined;
}

/** From when until when the clock of an account, or of one invoice, stands still, and why. */
export function pauseModal(form: PauseForm): types.ModalView {
  return agreementModal(form, {
    callbackId: 'pause',
    title: PAUSE_TITLE,
    submit: 'Pause',
    blocks: [
      whichInvoice(form.invoices, form.invoice),
      input({
        blockId: 'until',
        label: 'Until when?',
        hint: 'That day included. Over 14 days, or straight after another pause: a manager agrees first.',
        element: datePicker({ actionId: 'until', initial: form.until }),
      }),
      input({
        blockId: 'reason',
        label: 'Why?',
        element: textInput({ actionId: 'reason', initial: form.reason, maxLength: 300 }),
      }),
      input({
        blockId: 'from',
        label: 'From',
        hint: 'It may lie in the past: the days that it covers no longer count.',
        element: datePicker({ actionId: 'from', initial: form.from }),
      }),
    ],
  });
}
