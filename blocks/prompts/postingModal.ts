import type { types } from '@slack/bolt';
import { datePicker } from '../elements/datePicker.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const POSTING = 'posting';
export const POSTING_TITLE = 'Record the posting';

/** On which day a letter was posted, and under which number. `today` is an ISO day. */
export function postingModal({
  debtorName,
  metadata,
  today,
}: {
  debtorName: string;
  metadata: string;
  today: string;
}): types.ModalView {
  return modal({
    callbackId: POSTING,
    title: POSTING_TITLE,
    submit: 'Record it',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`*${debtorName}*\nThe letter counts as received on the second business day after its posting.`,
      ),
      input({
        blockId: 'posted_on',
        label: 'Posted on',
        element: datePicker({ actionId: 'posted_on', initial: today }),
      }),
      input({
        blockId: 'number',
        label: 'Number of the registered post',
        hint: 'It stands on the receipt, such as RK 123 456 789 GB.',
        element: textInput({ actionId: 'number', maxLength: 40, focus: true }),
      }),
    ],
  });
}
