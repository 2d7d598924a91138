import type { types } from '@slack/bolt';
import { modal } from '../modal.ts';
import type { LoggedView } from './LoggedView.ts';
import { loggedBlocks } from './loggedBlocks.ts';

/** What came of logging, in the window in which it was logged. */
export function loggedModal(view: LoggedView): types.ModalView {
  return modal({ callbackId: 'logged', title: 'Logged', close: 'Close', blocks: loggedBlocks(view) });
}
