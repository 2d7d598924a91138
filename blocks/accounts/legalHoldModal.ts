import type { types } from '@slack/bolt';
import { reasonModal } from './reasonModal.ts';

export const LEGAL_HOLD = 'legal_hold';
export const LEGAL_HOLD_TITLE = 'Legal hold';

/** Why the records of an account have to be kept beyond their time. */
export function legalHoldModal(account: { debtorName: string; metadata: string }): types.ModalView {
  return reasonModal({
    ...account,
    callbackId: LEGAL_HOLD,
    title: LEGAL_HOLD_TITLE,
    submit: 'Keep the records',
    about:
      'Its records are kept until a manager ends this, however old they are. It pauses nothing: for that there is *Pause*.',
    label: 'Why do they have to be kept?',
  });
}
