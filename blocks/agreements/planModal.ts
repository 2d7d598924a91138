import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import type { CallLogForm } from '../calls/CallLogForm.ts';
import type { LoggedView } from '../calls/LoggedView.ts';
import { promiseInputs } from '../calls/promiseInputs.ts';
import { numberInput } from '../elements/numberInput.ts';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';
import { join } from '../join.ts';
import { section } from '../section.ts';
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

type Filled = Omit<CallLogForm, 'account'> & { readonly account: NonNullable<CallLogForm['account']> };

/**
 * An instalment plan: how much in all, in how many parts, from when on, how often. The schedule is shown before it is saved. Where it was
 * agreed on in a call, what is on record of that stands on top, with Undo.
 */
export function planModal(form: Filled, call?: LoggedView): types.ModalView {
  const { contacts, entries } = form;
  const [amount, ...rest] = promiseInputs(form, 'First instalment on');
  return agreementModal(form, {
    callbackId: 'plan',
    title: PLAN_TITLE,
    submit: 'Show the schedule',
    blocks: [
      ...(call ? onRecord(call) : []),
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

function onRecord({ said, undo }: LoggedView): Block[] {
  return [
    section(join([...said, 'Close this window if the plan is not agreed on yet.'], ' ')),
    undo && actions([button({ text: 'Undo the call', actionId: 'undo_activity', value: undo.activityId })]),
  ].filter((block) => block !== undefined);
}
