import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const TAGS_TITLE = 'Tags';

/** What the form for tags is about and holds; tags as typed. */
export interface TagsForm {
  readonly debtorName: string;
  /** those that a policy goes by */
  readonly used: readonly string[];
  readonly tags: string;
  readonly metadata: string;
}

/** The form for the tags of an account. */
export function tagsModal({ debtorName, used, tags, metadata }: TagsForm): types.ModalView {
  const known =
    used.length > 0 ? mrkdwn`Policies go by: ${join(used, ', ')}.` : 'No policy goes by a tag yet.';
  return modal({
    callbackId: 'tags',
    title: TAGS_TITLE,
    submit: 'Save',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        join([
          mrkdwn`Tags of *${debtorName}*. A policy can be for accounts that carry one: its next case begins with it, a running one goes on as it is.`,
          known,
        ]),
      ),
      input({
        blockId: 'tags',
        label: 'Tags',
        optional: true,
        hint: 'With commas. Empty: none.',
        element: textInput({ actionId: 'tags', initial: tags, maxLength: 1500 }),
      }),
    ],
  });
}
