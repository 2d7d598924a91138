import type { types } from '@slack/bolt';
import { datePicker } from '../elements/datePicker.ts';
import { dateTimePicker } from '../elements/dateTimePicker.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { type CallLogForm, callLogFields as field } from './CallLogForm.ts';
import { disputeReasonChoices, planChoices } from './callChoices.ts';
import { promiseInputs } from './promiseInputs.ts';

/** The fields that an outcome needs, and no others. */
export function outcomeInputs(form: CallLogForm): types.InputBlock[] {
  const { entries } = form;
  switch (entries.outcome) {
    case 'promised':
      return promiseInputs(form);
    case 'disputes':
      return disputeInputs(form);
    case 'call_back':
      return [
        input({
          blockId: field.callBackAt,
          label: 'Call back when? (your time)',
          element: dateTimePicker({ actionId: field.callBackAt, initial: entries.callBackAt }),
        }),
      ];
    case 'instalments':
    case 'hardship':
      return [
        input({
          blockId: field.plan,
          label: 'Are instalments agreed?',
          element: select({
            actionId: field.plan,
            choices: planChoices,
            initial: entries.plan ?? (entries.outcome === 'instalments' ? 'next' : 'later'),
          }),
        }),
        input({
          blockId: field.holdUntil,
          label: 'Pause reminders until',
          hint: 'Leave it empty to go on. Up to 14 days; a manager may pause longer.',
          optional: true,
          element: datePicker({ actionId: field.holdUntil, initial: entries.holdUntil }),
        }),
      ];
    default:
      return [];
  }
}

function disputeInputs({ invoices, entries }: CallLogForm): types.InputBlock[] {
  if (invoices.length === 0) return [];
  return [
    input({
      blockId: field.disputedInvoice,
      label: 'Which invoice?',
      element: select({
        actionId: field.disputedInvoice,
        choices: invoices,
        initial: entries.disputedInvoice ?? invoices[0]?.value,
      }),
    }),
    input({
      blockId: field.disputeReason,
      label: 'What is wrong?',
      element: select({
        actionId: field.disputeReason,
        choices: disputeReasonChoices,
        initial: entries.disputeReason,
        placeholder: 'Choose a reason',
      }),
    }),
    input({
      blockId: field.disputedAmount,
      label: 'Contested amount',
      hint: 'Leave it empty for the whole invoice.',
      optional: true,
      element: textInput({
        actionId: field.disputedAmount,
        initial: entries.disputedAmount,
        maxLength: 40,
      }),
    }),
  ];
}
