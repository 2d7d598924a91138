import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const GROUP_TITLE = 'Group';

/** So many groups are named in the form. */
const NAMED = 30;

/** What the form for the group of an account is about and holds; the name as typed. */
export interface GroupForm {
  readonly debtorName: string;
  /** the groups of the same creditor */
  readonly known: readonly string[];
  readonly name: string;
  readonly metadata: string;
}

/** The form for the group of an account. */
export function groupModal({ debtorName, known, name, metadata }: GroupForm): types.ModalView {
  const more = known.length > NAMED ? ` and ${known.length - NAMED} more` : '';
  const groups =
    known.length > 0
      ? mrkdwn`Groups so far: ${join(known.slice(0, NAMED), ', ')}${more}.`
      : 'There is no group yet.';
  return modal({
    callbackId: 'group',
    title: GROUP_TITLE,
    submit: 'Save',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        join([
          mrkdwn`The group of *${debtorName}*: accounts of businesses under one parent, owed to one creditor. They have one owner; stages and notices stay with each account.`,
          groups,
        ]),
      ),
      input({
        blockId: 'group',
        label: 'Name of the group',
        optional: true,
        hint: 'A new name makes a group. Empty: in no group.',
        element: textInput({ actionId: 'group', initial: name, maxLength: 300 }),
      }),
    ],
  });
}
