import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { sendConfirmation } from '../../useCases/promises/sendConfirmation.ts';
import type { ActionHandler } from '../handlers.ts';
import { requireMail } from '../requireMail.ts';

/** Mails the confirmation of what stands on an account, and says so on top of it; the value is the id of the promise, or of an instalment. */
export const accountConfirm: ActionHandler = {
  opens: 'Confirm by email',
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    requireMail(deps);
    const { said } = await sendConfirmation(deps.db, { workspace, member, promiseId: value, now });
    deps.wake();
    await showView(viewId, sentenceView('Confirm by email', ...said));
  },
};
