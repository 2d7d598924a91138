import { PROMISE_TITLE, promiseModal } from '../../../blocks/agreements/promiseModal.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';

/** A promise to pay that was given otherwise than in a call. */
export const promiseForm: AccountForm = {
  title: PROMISE_TITLE,
  act: 'log_activity',
  async open(request) {
    return promiseModal(await filledFor(request, { outcome: 'promised' }));
  },
};
