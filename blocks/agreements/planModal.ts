import type { types } from '@slack/bolt';
import type { CallLogForm } from '../calls/CallLogForm.ts';
import { promiseInputs } from '../calls/promiseInputs.ts';
import { numberInput } from '../elements/numberInput.ts';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';
import { agreementModal } from './agreementModal.ts';
import { noteInput } from './noteInput.ts';
import { whoInput } from './whoInput.ts';

export const PLAN_TITLE = 'Instalments';

/** What a window can remember of the notes until the schedule is saved. */
export const PLAN_NOTES = 400;

export const rhythmChoices = [
  { value: 'weekly', text: 'Every week' },
  { value: 'fortnightly', text: 'Every two weeks' },
  { value: 'monthly', text: 'Every month' },
] as const;

/** An instalment plan: how much in all, in how many parts, from when on, how often. The schedule is shown before it is saved. */
export function planModal(
  form: Omit<CallLogForm, 'account'> & { account: NonNullable<CallLogForm['account']> },
): types.ModalView {
  const { contacts, entries } = form;
  const [amount, ...rest] = promiseInputs(form, 'First instalment on');
  return agreementModal(form, {
    callbackId: 'plan',
    title: PLAN_TITLE,
    submit: 'Show the schedule',
    blocks: [
      amount,
      input({
        blockId: 'count',
        label: 'How many instalments?',
        element: numberInput({ actionId: 'count', decimals: false, initial: '3', min: '2', max: '36' }),
      }),
      input({
        blockId: 'rhythm',
        label: 'How often?',
        element: select({ actionId: 'rhythm', choices: rhythmChoices, initial: 'monthly' }),
      }),
      ...rest,
      whoInput(contacts, entries.contact, 'With whom?'),
      noteInput(entries.notes, PLAN_NOTES),
    ],
  });
}
