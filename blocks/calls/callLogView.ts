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
import { callLogActions as action, type CallLogForm, callLogFields as field, isTalk } from './CallLogForm.ts';
import { delayReasonChoices, directionChoices, outcomeChoices, rightPartyChoices } from './callChoices.ts';
import { contactInputs } from './contactInputs.ts';
import { outcomeInputs } from './outcomeInputs.ts';

export const CALL_LOG = 'call_log';
export const CALL_LOG_TITLE = 'Log a call';

/** The call log: the account first when it is not known, then the form, with the fields that its outcome needs. */
export function callLogView(form: CallLogForm): types.ModalView {
  const { account, entries, metadata } = form;
  const common = { callbackId: CALL_LOG, title: CALL_LOG_TITLE, close: 'Cancel', metadata };
  if (!account) return modal({ ...common, submit: 'Next', blocks: [debtorInput(form), notesInput(form)] });
  return modal({
    ...common,
    submit: 'Save',
    blocks: [
      section(join([mrkdwn`*${account.name}*`, ...account.lines])),
      ...contactInputs(form),
      input({
        blockId: field.outcome,
        label: 'How did it go?',
        dispatch: true,
        element: select({
          actionId: action.outcome,
          choices: outcomeChoices,
          initial: entries.outcome,
          placeholder: 'Choose the outcome',
          focus: entries.outcome === undefined,
        }),
      }),
      ...outcomeInputs(form),
      notesInput(form),
      context('Filled in for you; change it where it was different:'),
      ...detailInputs(form),
    ],
  });
}

function debtorInput({ candidates }: CallLogForm): types.InputBlock {
  return input({
    blockId: field.debtor,
    label: 'Account',
    hint: candidates
      ? 'Several accounts fit your words: which one is it?'
      : 'Name, account or invoice number',
    dispatch: true,
    element: candidates
      ? select({ actionId: action.debtor, choices: candidates, placeholder: 'Choose one', focus: true })
      : externalSelect({ actionId: action.debtor, placeholder: 'Start to type', focus: true }),
  });
}

function notesInput({ entries }: CallLogForm): types.InputBlock {
  return input({
    blockId: field.notes,
    label: 'Notes',
    optional: true,
    element: textInput({ actionId: field.notes, multiline: true, initial: entries.notes, maxLength: 3000 }),
  });
}

function detailInputs({ entries }: CallLogForm): types.InputBlock[] {
  const talk = [
    input({
      blockId: field.rightParty,
      label: 'Right person?',
      optional: true,
      element: select({
        actionId: field.rightParty,
        choices: rightPartyChoices,
        initial: entries.rightParty ?? 'yes',
      }),
    }),
    input({
      blockId: field.delayReason,
      label: 'Reason for the delay',
      optional: true,
      element: select({
        actionId: field.delayReason,
        choices: delayReasonChoices,
        initial: entries.delayReason,
        placeholder: 'If they said',
      }),
    }),
  ];
  return [
    ...(isTalk(entries.outcome) || (!entries.outcome && entries.delayReason) ? talk : []),
    input({
      blockId: field.direction,
      label: 'Direction',
      optional: true,
      element: select({
        actionId: field.direction,
        choices: directionChoices,
        initial: entries.direction ?? 'out',
      }),
    }),
    input({
      blockId: field.calledAt,
      label: 'When',
      optional: true,
      element: dateTimePicker({ actionId: field.calledAt, initial: entries.calledAt }),
    }),
  ];
}
