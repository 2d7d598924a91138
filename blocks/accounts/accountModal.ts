import type { types } from '@slack/bolt';
import { modal } from '../modal.ts';
import type { AccountView } from './AccountView.ts';
import { type AccountChoices, accountActions } from './accountActions.ts';
import { accountBlocks } from './accountBlocks.ts';

/** The account in a window of its own; what is done from it opens on top. */
export function accountModal(view: AccountView, choices: AccountChoices): types.ModalView {
  return modal({
    callbackId: 'account',
    title: 'Account',
    close: 'Close',
    blocks: accountBlocks(view),
    footer: [accountActions(view, choices)],
  });
}
