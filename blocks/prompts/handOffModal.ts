import type { types } from '@slack/bolt';
import { radioButtons } from '../elements/radioButtons.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { weighedInput } from './weighedInput.ts';

export const HAND_OFF = 'hand_off';
export const HAND_OFF_TITLE = 'Hand-off';

export const handOffChoices = [
  { value: 'agency', text: 'An agency' },
  { value: 'court', text: 'Court, or a solicitor' },
];
export const keepChoices = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

/** What is weighed before a case is passed on: to whom, for what fee, and whether it is worth it. Block ids are the plan's fields. */
export function handOffModal({
  debtorName,
  metadata,
}: {
  debtorName: string;
  metadata: string;
}): types.ModalView {
  return modal({
    callbackId: HAND_OFF,
    title: HAND_OFF_TITLE,
    submit: 'Ask for approval',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`*${debtorName}*\nA manager and finance both approve. From then on collectors rest, and calls and payments are passed on.`,
      ),
      input({
        blockId: 'toKind',
        label: 'To whom?',
        element: radioButtons({ actionId: 'toKind', choices: handOffChoices, focus: true }),
      }),
      input({
        blockId: 'toName',
        label: 'Name of the agency, solicitor or court',
        element: textInput({ actionId: 'toName', maxLength: 120 }),
      }),
      input({
        blockId: 'fee',
        label: 'Fee',
        hint: 'A share or an amount, such as “12 % of what comes in” or “£455 court fee”.',
        element: textInput({ actionId: 'fee', maxLength: 120 }),
      }),
      weighedInput(
        'relationship',
        'What is the relationship worth?',
        'Business to come, and what this would do to it.',
      ),
      weighedInput(
        'recovery',
        'Cost against likely recovery',
        'What it costs at most, and what is likely to come in.',
      ),
      weighedInput(
        'solvency',
        'Can they pay?',
        'What is known of their means: register, accounts, other creditors.',
      ),
      input({
        blockId: 'keepCustomer',
        label: 'Keep as a customer?',
        element: radioButtons({ actionId: 'keepCustomer', choices: keepChoices }),
      }),
    ],
  });
}
