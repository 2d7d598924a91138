import type { types } from '@slack/bolt';
import { reasonModal } from './reasonModal.ts';

export const END_LEGAL_HOLD = 'end_legal_hold';
export const END_LEGAL_HOLD_TITLE = 'End legal hold';

/** Why the records of an account need not be kept any longer. */
export function endLegalHoldModal(account: { debtorName: string; metadata: string }): types.ModalView {
  return reasonModal({
    ...account,
    callbackId: END_LEGAL_HOLD,
    title: END_LEGAL_HOLD_TITLE,
    submit: 'End it',
    about: 'Once the time of its records has passed they are erased, a week after the managers were told.',
    label: 'Why is it ended?',
  });
}
