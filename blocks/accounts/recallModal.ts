import type { types } from '@slack/bolt';
import { reasonModal } from './reasonModal.ts';

export const RECALL = 'recall';
export const RECALL_TITLE = 'Recall';

/** Why a case is taken back from those it was handed to. */
export function recallModal(account: { debtorName: string; metadata: string }): types.ModalView {
  return reasonModal({
    ...account,
    callbackId: RECALL,
    title: RECALL_TITLE,
    submit: 'Recall it',
    about: 'The policy decides about the account again, and collectors are asked again.',
    label: 'Why is it recalled?',
  });
}
