import type { types } from '@slack/bolt';
import { reasonModal } from './reasonModal.ts';

export const WRITE_OFF_BACK = 'write_off_back';
export const WRITE_OFF_BACK_TITLE = 'Take a write-off back';

/** Why what was agreed to be written off is collected again. */
export function writeOffBackModal(account: { debtorName: string; metadata: string }): types.ModalView {
  return reasonModal({
    ...account,
    callbackId: WRITE_OFF_BACK,
    title: WRITE_OFF_BACK_TITLE,
    submit: 'Take back',
    about:
      'What was agreed to be written off and the ledger does not show yet is collected again; finance is told.',
    label: 'Why is it collected again?',
  });
}
