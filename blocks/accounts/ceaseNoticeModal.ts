import type { types } from '@slack/bolt';
import { radioButtons } from '../elements/radioButtons.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const CEASE_NOTICE = 'cease_notice';
export const CEASE_NOTICE_TITLE = 'Permitted notice';

/** What may be said, by the notice's kind. */
export const ceasePurposes = {
  efforts_end: {
    text: 'Our efforts end',
    description: 'Nothing more is written to them afterwards.',
  },
  remedy_possible: {
    text: 'A remedy that may be used',
    description: 'One that we or the creditor ordinarily use.',
  },
  remedy_intended: {
    text: 'A remedy that will be used',
    description: 'One that we or the creditor have decided to use.',
  },
} as const;

/** Which notice is to go after a wish to cease contact, and the remedy that it names. */
export function ceaseNoticeModal(form: {
  readonly debtorName: string;
  /** what may still be written, as a sentence */
  readonly about: string;
  readonly choices: readonly (keyof typeof ceasePurposes)[];
  readonly remedyCharacters: number;
  readonly metadata: string;
}): types.ModalView {
  const { debtorName, about, choices, remedyCharacters, metadata } = form;
  return modal({
    callbackId: CEASE_NOTICE,
    title: CEASE_NOTICE_TITLE,
    submit: 'Ask for approval',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`*${debtorName}*\n${about} A manager approves the exact words; it goes by email with the letter as PDF, and says nothing but its purpose.`,
      ),
      input({
        blockId: 'purpose',
        label: 'What do you want to tell them?',
        element: radioButtons({
          actionId: 'purpose',
          choices: choices.map((value) => ({ value, ...ceasePurposes[value] })),
        }),
      }),
      input({
        blockId: 'remedy',
        label: 'Which remedy?',
        hint: 'Only for the notice of a remedy. It stands there as you write it, such as “a claim for the balance in the county court”: no demand, no amount to pay by a day, and nothing that is not ordinarily used or meant.',
        optional: true,
        element: textInput({ actionId: 'remedy', multiline: true, maxLength: remedyCharacters }),
      }),
    ],
  });
}
