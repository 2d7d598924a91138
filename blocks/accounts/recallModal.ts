import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const RECALL = 'recall';
export const RECALL_TITLE = 'Recall';

/** Why a case is taken back from those it was handed to. */
export function recallModal({
  debtorName,
  metadata,
}: {
  debtorName: string;
  metadata: string;
}): types.ModalView {
  return modal({
    callbackId: RECALL,
    title: RECALL_TITLE,
    submit: 'Recall it',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`*${debtorName}*\nThe policy decides about the account again, and collectors are asked again.`,
      ),
      input({
        blockId: 'reason',
        label: 'Why is it recalled?',
        element: textInput({ actionId: 'reason', multiline: true, maxLength: 600, focus: true }),
      }),
    ],
  });
}
