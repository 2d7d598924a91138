import type { types } from '@slack/bolt';
import { delayReasonChoices, rightPartyChoices } from '../calls/callChoices.ts';
import type { Choice } from '../elements/option.ts';
import { radioButtons } from '../elements/radioButtons.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { limits } from '../limits.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const REPLY_LOG = 'reply_log';
export const REPLY_TITLE = 'Reply received';
export const OF_PAYER = 'of_payer';
export const WHO_LEFT = 'who_left';
/** who has left is nobody of those on file */
export const NOT_ON_FILE = 'not_on_file';

const MOST_PEOPLE = limits.select.options - 1;
export const WHICH_MAIL = 'which_mail';

export const replyChoices: readonly Choice[] = [
  { value: 'paid', text: 'Says that it is paid' },
  { value: 'will_pay', text: 'Will pay' },
  { value: 'query', text: 'Has a question' },
  { value: 'bank_details', text: 'New bank details, or paid to another account' },
  { value: 'out_of_office', text: 'Out of office' },
  { value: 'left_company', text: 'Has left the company' },
  { value: 'came_back', text: 'Nobody: our mail came back' },
  { value: 'other', text: 'Something else' },
];

/**
 * What kind of reply came, the reason that it gives, and its words; `words` are typed already. `asksWhoPays`: a promise waits for whoever pays to
 * confirm it, and a reply confirms it only if they wrote it. `people` are those of whom one may have left.
 */
export function replyModal({
  debtorName,
  asksWhoPays,
  people,
  mails,
  words,
  metadata,
}: {
  debtorName: string;
  asksWhoPays: boolean;
  people: readonly { contactId: string; name: string; about: string }[];
  /** those that may have come back, the likeliest first */
  mails: readonly Choice[];
  words?: string;
  metadata: string;
}): types.ModalView {
  return modal({
    callbackId: REPLY_LOG,
    title: REPLY_TITLE,
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`*${debtorName}*`),
      input({
        blockId: 'kind',
        label: 'What do they say?',
        element: radioButtons({ actionId: 'kind', choices: replyChoices, focus: true }),
      }),
      ...(people.length > 0 ? [whoLeft(people)] : []),
      mails.length > 0
        ? input({
            blockId: WHICH_MAIL,
            label: 'If our mail came back: which one?',
            optional: true,
            hint: 'It counts as not sent, and nothing more goes to its address.',
            element: select({ actionId: WHICH_MAIL, choices: mails, initial: mails[0]?.value }),
          })
        : undefined,
      ...(asksWhoPays
        ? [
            input({
              blockId: OF_PAYER,
              label: 'Does whoever wrote decide on payment?',
              optional: true,
              hint: 'Somebody else promised for them: "Will pay" confirms that only if it is from whoever pays.',
              element: select({ actionId: OF_PAYER, choices: rightPartyChoices, placeholder: 'Choose' }),
            }),
          ]
        : []),
      input({
        blockId: 'delay_reason',
        label: 'Reason for the delay',
        optional: true,
        element: select({
          actionId: 'delay_reason',
          choices: delayReasonChoices,
          placeholder: 'If they gave one',
        }),
      }),
      input({
        blockId: 'notes',
        label: 'Their words',
        optional: true,
        element: textInput({ actionId: 'notes', multiline: true, maxLength: 3000, initial: words }),
      }),
    ],
  });
}

function whoLeft(people: readonly { contactId: string; name: string; about: string }[]): types.InputBlock {
  const known = people
    .slice(0, MOST_PEOPLE)
    .map(({ contactId, name, about }) => ({ value: contactId, text: name, description: about }));
  return input({
    blockId: WHO_LEFT,
    label: 'Who has left the company?',
    optional: true,
    hint: 'Only where somebody has left: they are not written to or called any more.',
    element: select({
      actionId: WHO_LEFT,
      choices: [...known, { value: NOT_ON_FILE, text: 'Somebody who is not on file' }],
      placeholder: 'Choose',
    }),
  });
}
