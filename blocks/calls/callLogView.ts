import type { types } from '@slack/bolt';
import { context } from '../context.ts';
import { dateTimePicker } from '../elements/dateTimePicker.ts';
import { externalSelect } from '../elements/externalSelect.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { type CallLogForm, callLogFields as field, SOMEBODY_ELSE } from './CallLogForm.ts';
import { delayReasonChoices, directionChoices, outcomeChoices, rightPartyChoices } from './callChoices.ts';
import { outcomeInputs } from './outcomeInputs.ts';

export const CALL_LOG = 'call_log';

/** The call log: the debtor first when it is not known, then the form, with the fields that its outcome needs. */
export function callLogView(form: CallLogForm): types.ModalView {
  const { account } = form;
  const debtor = input({
    blockId: field.debtor,
    label: 'Account',
    hint: 'Name, account or invoice number',
    dispatch: true,
    element: externalSelect({ actionId: field.debtor, placeholder: 'Start to type', minQueryLength: 0 }),
  });
  const common = {
    callbackId: CALL_LOG,
    title: 'Log a call',
    submit: 'Save',
    close: 'Cancel',
    metadata: form.metadata,
  };
  if (!account) return modal({ ...common, submit: 'Next', blocks: [debtor] });
  return modal({
    ...common,
    blocks: [
      section(join([mrkdwn`*${account.name}*`, ...account.lines])),
      ...contactInputs(form),
      input({
        blockId: field.outcome,
        label: 'How did it go?',
        dispatch: true,
        element: select({
          actionId: field.outcome,
          choices: outcomeChoices,
          initial: form.outcome,
          placeholder: 'Choose the outcome',
        }),
      }),
      ...outcomeInputs(form),
      input({
        blockId: field.notes,
        label: 'Notes',
        optional: true,
        element: textInput({ actionId: field.notes, multiline: true, initial: form.notes, maxLength: 2000 }),
      }),
      context('Filled in for you; change it where it was different:'),
      ...detailInputs(form),
    ],
  });
}

function contactInputs({ contacts, contactId, newContactName }: CallLogForm): types.InputBlock[] {
  const name = input({
    blockId: field.newContact,
    label: contacts.length > 0 ? 'Somebody else: their name' : 'Who did you speak to?',
    optional: true,
    element: textInput({ actionId: field.newContact, initial: newContactName, maxLength: 200 }),
  });
  if (contacts.length === 0) return [name];
  const choices = [...contacts.slice(0, 99), { text: 'Somebody else…', value: SOMEBODY_ELSE }];
  const who = input({
    blockId: field.contact,
    label: 'Who?',
    element: select({
      actionId: field.contact,
      choices,
      initial: newContactName ? SOMEBODY_ELSE : (contactId ?? contacts[0]?.value),
    }),
  });
  return [who, name];
}

function detailInputs({ at, outcome }: CallLogForm): types.InputBlock[] {
  const reached = outcome !== undefined && !['no_answer', 'left_message', 'wrong_number'].includes(outcome);
  return [
    ...(reached
      ? [
          input({
            blockId: field.rightParty,
            label: 'Right person?',
            optional: true,
            element: select({ actionId: field.rightParty, choices: rightPartyChoices, initial: 'yes' }),
          }),
          input({
            blockId: field.delayReason,
            label: 'Reason for the delay',
            optional: true,
            element: select({
              actionId: field.delayReason,
              choices: delayReasonChoices,
              placeholder: 'If they said',
            }),
          }),
        ]
      : []),
    input({
      blockId: field.direction,
      label: 'Direction',
      optional: true,
      element: select({ actionId: field.direction, choices: directionChoices, initial: 'out' }),
    }),
    input({
      blockId: field.at,
      label: 'When',
      optional: true,
      element: dateTimePicker({ actionId: field.at, initial: at }),
    }),
  ];
}
