import type { types } from '@slack/bolt';
import { type CallLogForm, callLogFields as field } from '../calls/CallLogForm.ts';
import { rightPartyChoices } from '../calls/callChoices.ts';
import { promiseInputs } from '../calls/promiseInputs.ts';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';
import { agreementModal } from './agreementModal.ts';
import { noteInput } from './noteInput.ts';
import { whoInput } from './whoInput.ts';

export const PROMISE_TITLE = 'Promise to pay';

/** A promise that was not given in a call: who gave it, how much, by when, how, for which invoices. */
export function promiseModal(
  form: Omit<CallLogForm, 'account'> & { account: NonNullable<CallLogForm['account']> },
): types.ModalView {
  const { contacts, entries } = form;
  return agreementModal(form, {
    callbackId: 'promise',
    title: PROMISE_TITLE,
    submit: 'Save',
    blocks: [
      ...promiseInputs(form),
      whoInput(contacts, entries.contact, 'Who gave it?'),
      input({
        blockId: field.rightParty,
        label: 'Right person?',
        hint: 'Given by somebody who does not pay it is unconfirmed: it holds until the next business day, unless whoever pays says yes.',
        optional: true,
        element: select({
          actionId: field.rightParty,
          choices: rightPartyChoices,
          initial: entries.rightParty ?? 'yes',
        }),
      }),
      noteInput(entries.notes),
    ],
  });
}
