import type { types } from '@slack/bolt';
import { radioButtons } from '../elements/radioButtons.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { weighedInput } from './weighedInput.ts';

export const CREDIT_HOLD = 'credit_hold';
export const CREDIT_HOLD_TITLE = 'Credit hold';

const rights = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No: then supply goes on' },
];

/** What is weighed before supply is stopped. Block ids are the plan's fields, and `mayStop`. */
export function creditHoldModal({
  debtorName,
  metadata,
}: {
  debtorName: string;
  metadata: string;
}): types.ModalView {
  return modal({
    callbackId: CREDIT_HOLD,
    title: CREDIT_HOLD_TITLE,
    submit: 'Propose it',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`*${debtorName}*\nA manager approves. Then you are asked to set it in the order system; it is in force once that is recorded.`,
      ),
      input({
        blockId: 'mayStop',
        label: 'Does the contract let us suspend supply?',
        element: radioButtons({ actionId: 'mayStop', choices: rights, focus: true }),
      }),
      weighedInput(
        'right',
        'Where does it say so?',
        'The clause, such as “terms of sale, 7.2”; or where you looked.',
      ),
      weighedInput(
        'openOrders',
        'Open orders',
        'What is ordered and not supplied yet, and what depends on it.',
      ),
      weighedInput(
        'accountManagerView',
        'What does the account manager say?',
        'Whom you asked, and what they think a stop would do.',
      ),
    ],
  });
}
