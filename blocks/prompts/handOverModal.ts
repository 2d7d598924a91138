import type { types } from '@slack/bolt';
import { memberSelect } from '../elements/memberSelect.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const HAND_OVER = 'hand_over';
export const HAND_OVER_TITLE = 'Hand over';

/** Who takes a prompt over, and a word for them. */
export function handOverModal({
  debtorName,
  metadata,
}: {
  debtorName: string;
  metadata: string;
}): types.ModalView {
  return modal({
    callbackId: HAND_OVER,
    title: HAND_OVER_TITLE,
    submit: 'Hand over',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`*${debtorName}*\nIt goes to their list with a new time limit. The account keeps its owner.`,
      ),
      input({ blockId: 'to', label: 'To whom?', element: memberSelect({ actionId: 'to', focus: true }) }),
      input({
        blockId: 'note',
        label: 'A word for them',
        optional: true,
        element: textInput({ actionId: 'note', multiline: true, maxLength: 500 }),
      }),
    ],
  });
}
