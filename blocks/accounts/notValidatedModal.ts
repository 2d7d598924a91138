import type { types } from '@slack/bolt';
import { reasonModal } from './reasonModal.ts';

export const NOT_VALIDATED = 'not_validated';
export const NOT_VALIDATED_TITLE = 'No validation notice';

/** Why what was logged as the validation notice was none. */
export function notValidatedModal(account: { debtorName: string; metadata: string }): types.ModalView {
  return reasonModal({
    ...account,
    callbackId: NOT_VALIDATED,
    title: NOT_VALIDATED_TITLE,
    submit: 'It was none',
    about: 'Nothing more is written to them until the validation notice is on record again.',
    label: 'What shows that it was none?',
  });
}
