import type { types } from '@slack/bolt';
import { datePicker } from '../elements/datePicker.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const SNOOZE = 'snooze';
export const SNOOZE_TITLE = 'Snooze';

export interface SnoozeForm {
  readonly debtorName: string;
  readonly metadata: string;
  /** ISO day */
  readonly until: string;
  /** "Monday 30 November" */
  readonly latest: string;
}

/** Until when a prompt is put off. */
export function snoozeModal({ debtorName, metadata, until, latest }: SnoozeForm): types.ModalView {
  return modal({
    callbackId: SNOOZE,
    title: SNOOZE_TITLE,
    submit: 'Put it off',
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`*${debtorName}*\nIt comes back that morning. The account's clock goes on.`),
      input({
        blockId: 'until',
        label: 'Until when?',
        hint: `${latest} at the latest; twice at most.`,
        element: datePicker({ actionId: 'until', initial: until }),
      }),
    ],
  });
}
