import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** Asks why something about an account is ended; the reason stays on record. */
export function reasonModal(form: {
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string;
  readonly debtorName: string;
  /** what follows, as a sentence */
  readonly about: string;
  readonly label: string;
  readonly metadata: string;
}): types.ModalView {
  const { callbackId, title, submit, debtorName, about, label, metadata } = form;
  return modal({
    callbackId,
    title,
    submit,
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`*${debtorName}*\n${about}`),
      input({
        blockId: 'reason',
        label,
        element: textInput({ actionId: 'reason', multiline: true, maxLength: 600, focus: true }),
      }),
    ],
  });
}
