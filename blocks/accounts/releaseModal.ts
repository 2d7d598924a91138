import type { types } from '@slack/bolt';
import { reasonModal } from './reasonModal.ts';

export const RELEASE = 'release_credit_hold';
export const RELEASE_TITLE = 'Release credit hold';

/** Why a credit hold is released before it was asked for. */
export function releaseModal(account: { debtorName: string; metadata: string }): types.ModalView {
  return reasonModal({
    ...account,
    callbackId: RELEASE,
    title: RELEASE_TITLE,
    submit: 'It is released',
    about: 'Release it in the order system first: this records that it is, and tells the account managers.',
    label: 'Why is it released?',
  });
}
