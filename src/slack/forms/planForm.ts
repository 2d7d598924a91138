import { PLAN_TITLE, planModal } from '../../../blocks/agreements/planModal.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';

/** An instalment plan. */
export const planForm: AccountForm = {
  title: PLAN_TITLE,
  act: 'log_activity',
  async open(request) {
    return planModal(await filledFor(request, { outcome: 'promised' }));
  },
};
