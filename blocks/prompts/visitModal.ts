import type { types } from '@slack/bolt';
import { dateTimePicker } from '../elements/dateTimePicker.ts';
import type { Choice } from '../elements/option.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { limits } from '../limits.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const VISIT = 'visit_report';
export const VISIT_TITLE = 'Report the visit';

const others = [
  { value: 'somebody_else', text: 'Somebody else' },
  { value: 'nobody', text: 'Nobody' },
];

/** Who was met on a visit, when, and what was said. `people` are those on file, by id. */
export function visitModal({
  debtorName,
  people,
  now,
  metadata,
}: {
  debtorName: string;
  people: readonly Choice[];
  now: Date;
  metadata: string;
}): types.ModalView {
  const choices = [...people.slice(0, limits.select.options - others.length), ...others];
  return modal({
    callbackId: VISIT,
    title: VISIT_TITLE,
    submit: 'Keep the report',
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`*${debtorName}*\nWhom else you met is never told why you came.`),
      input({ blockId: 'met', label: 'Whom did you meet?', element: select({ actionId: 'met', choices }) }),
      input({
        blockId: 'at',
        label: 'When?',
        element: dateTimePicker({ actionId: 'at', initial: now }),
      }),
      input({
        blockId: 'words',
        label: 'What was said?',
        hint: 'In their words where you can: it stays on record.',
        element: textInput({ actionId: 'words', multiline: true, maxLength: 3000 }),
      }),
    ],
  });
}
