import type { types } from '@slack/bolt';
import { clip } from '../clip.ts';
import { externalSelect } from '../elements/externalSelect.ts';
import type { Choice } from '../elements/option.ts';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';

/** Asks for the account before its form is shown: among those that the words fit, else by a typeahead; `unknown`: words that fit none. */
export function chooseAccountModal({
  title,
  metadata,
  candidates,
  unknown = '',
}: {
  title: string;
  metadata: string;
  candidates?: readonly Choice[] | undefined;
  unknown?: string;
}): types.ModalView {
  return modal({
    callbackId: 'choose_account',
    title,
    submit: 'Next',
    close: 'Cancel',
    metadata,
    blocks: [
      input({
        blockId: 'debtor',
        label: 'Account',
        hint: hintOf(candidates !== undefined, unknown),
        element: candidates
          ? select({ actionId: 'debtor_choice', choices: candidates, placeholder: 'Choose one', focus: true })
          : externalSelect({ actionId: 'debtor_search', placeholder: 'Start to type', focus: true }),
      }),
    ],
  });
}

function hintOf(severalFit: boolean, unknown: string): string {
  if (severalFit) return 'Several accounts fit your words: which one is it?';
  const how = 'Name, account or invoice number';
  return unknown
    ? `No account of ours is named in “${clip(unknown, 200)}”. ${how}; your words are kept.`
    : how;
}
