import type { types } from '@slack/bolt';
import { externalSelect } from '../elements/externalSelect.ts';
import type { Choice } from '../elements/option.ts';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';

/** Asks for the account before its form is shown: among those that the words fit, else by a typeahead. */
export function chooseAccountModal({
  title,
  metadata,
  candidates,
}: {
  title: string;
  metadata: string;
  candidates?: readonly Choice[] | undefined;
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
        hint: candidates
          ? 'Several accounts fit your words: which one is it?'
          : 'Name, account or invoice number',
        element: candidates
          ? select({ actionId: 'debtor_choice', choices: candidates, placeholder: 'Choose one', focus: true })
          : externalSelect({ actionId: 'debtor_search', placeholder: 'Start to type', focus: true }),
      }),
    ],
  });
}
