import type { types } from '@slack/bolt';
import { debtorKindChoices } from '../debtorKindChoices.ts';
import { radioButtons } from '../elements/radioButtons.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const KIND_TITLE = 'Kind of customer';

/** The form that corrects what an account is. */
export function kindModal(form: {
  readonly debtorName: string;
  readonly kind: string;
  readonly metadata: string;
}): types.ModalView {
  const { debtorName, kind, metadata } = form;
  return modal({
    callbackId: 'kind',
    title: KIND_TITLE,
    submit: 'Save',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`What *${debtorName}* is decides its policy, texts, contact rules and interest. They follow at once, for a running case too; what was sent and done stays.`,
      ),
      input({
        blockId: 'kind',
        label: 'It is a',
        element: radioButtons({ actionId: 'kind', choices: debtorKindChoices, initial: kind }),
      }),
      input({
        blockId: 'reason',
        label: 'What shows it?',
        hint: 'A register entry, a contract, what they said: it stays on record.',
        element: textInput({ actionId: 'reason', multiline: true, maxLength: 600 }),
      }),
    ],
  });
}
