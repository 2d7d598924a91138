import type { types } from '@slack/bolt';
import { datePicker } from '../elements/datePicker.ts';
import { multiSelect } from '../elements/multiSelect.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { type CallLogForm, callLogFields as field } from './CallLogForm.ts';
import { methodChoices } from './callChoices.ts';

/** How much is promised, by when, how, and for which invoices. */
export function promiseInputs(
  {
    currency,
    invoices,
    amountHint = 'Such as 1,200 or 1.2k',
    entries,
  }: Pick<CallLogForm, 'currency' | 'invoices' | 'amountHint' | 'entries'>,
  byWhen = 'By when?',
): types.InputBlock[] {
  const which = input({
    blockId: field.invoices,
    label: 'Which invoices?',
    hint: 'Empty: everything that is overdue, oldest first.',
    optional: true,
    element: multiSelect({
      actionId: field.invoices,
      choices: invoices,
      initial: entries.invoices ?? [],
      placeholder: 'Everything overdue',
    }),
  });
  return [
    input({
      blockId: field.amount,
      label: `Amount (${currency})`,
      hint: amountHint,
      element: textInput({ actionId: field.amount, initial: entries.amount, maxLength: 40 }),
    }),
    input({
      blockId: field.promisedOn,
      label: byWhen,
      element: datePicker({ actionId: field.promisedOn, initial: entries.promisedOn }),
    }),
    input({
      blockId: field.method,
      label: 'How?',
      optional: true,
      element: select({
        actionId: field.method,
        choices: methodChoices,
        initial: entries.method ?? 'transfer',
      }),
    }),
    ...(invoices.length > 0 ? [which] : []),
  ];
}
