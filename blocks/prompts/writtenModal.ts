import type { types } from '@slack/bolt';
import { checkboxes } from '../elements/checkboxes.ts';
import { dateTimePicker } from '../elements/dateTimePicker.ts';
import type { Choice } from '../elements/option.ts';
import { radioButtons } from '../elements/radioButtons.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { limits } from '../limits.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const WRITTEN = 'written_log';
export const WRITTEN_TITLE = 'I wrote';
export const NOBODY_ON_FILE = 'nobody_on_file';
export const IS_ANSWER = 'is_answer';

export const channelChoices: readonly Choice[] = [
  { value: 'email', text: 'An email' },
  { value: 'text', text: 'A text message' },
  { value: 'letter', text: 'A letter' },
];

const others = [{ value: NOBODY_ON_FILE, text: 'Somebody else' }];
const answer = {
  value: IS_ANSWER,
  text: 'It answers them, or confirms what we talked about',
  description: 'Then the next reminder need not keep its distance from it.',
};

export const IS_VALIDATION_NOTICE = 'is_validation_notice';
const validation = {
  value: IS_VALIDATION_NOTICE,
  text: 'It was the validation notice',
  description: 'US Regulation F: until one is on record nothing else is written.',
};

/** An email, a text message or a letter that a member wrote themselves. `people` are those on file, by id; `words` are typed already. */
export function writtenModal({
  debtorName,
  people,
  contactId,
  channel,
  isAnswer,
  mayValidate,
  words,
  now,
  metadata,
}: {
  debtorName: string;
  people: readonly Choice[];
  /** whom it probably went to */
  contactId: string | undefined;
  channel: string;
  isAnswer: boolean;
  /** the law wants a validation notice sent to them */
  mayValidate: boolean;
  words?: string;
  now: Date;
  metadata: string;
}): types.ModalView {
  const choices = [...people.slice(0, limits.select.options - others.length), ...others];
  return modal({
    callbackId: WRITTEN,
    title: WRITTEN_TITLE,
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`*${debtorName}*\nFor what you sent yourself: Duly sends nothing from here.`),
      input({
        blockId: 'channel',
        label: 'What did you write?',
        element: radioButtons({ actionId: 'channel', choices: channelChoices, initial: channel }),
      }),
      input({
        blockId: 'who',
        label: 'To whom?',
        element: select({ actionId: 'who', choices, initial: contactId ?? choices[0]?.value }),
      }),
      input({
        blockId: 'at',
        label: 'When?',
        element: dateTimePicker({ actionId: 'at', initial: now }),
      }),
      input({
        blockId: 'answer',
        label: 'Is it an answer?',
        optional: true,
        element: checkboxes({
          actionId: 'answer',
          choices: [answer],
          initial: isAnswer ? [IS_ANSWER] : [],
        }),
      }),
      mayValidate
        ? input({
            blockId: 'validation',
            label: 'Is it required by law?',
            optional: true,
            element: checkboxes({ actionId: 'validation', choices: [validation] }),
          })
        : undefined,
      input({
        blockId: 'notes',
        label: 'What you wrote',
        optional: true,
        element: textInput({ actionId: 'notes', multiline: true, maxLength: 3000, initial: words }),
      }),
    ],
  });
}
