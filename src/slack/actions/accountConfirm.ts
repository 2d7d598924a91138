import { accountMessage } from '../../../blocks/accounts/accountMessage.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { sendConfirmation } from '../../useCases/promises/sendConfirmation.ts';
import { accountSeen } from '../accountSeen.ts';
import type { ActionHandler } from '../handlers.ts';
import { requireMail } from '../requireMail.ts';

/**
 * Mails the confirmation of what stands on an account, and says so on top of it; a message with the account is shown anew, without the
 * button. The value is the id of the promise, or of an instalment.
 */
export const accountConfirm: ActionHandler = {
  opens: 'Confirm by email',
  async run(request) {
    const { deps, workspace, member, now, value, body, viewId = '', showView, replace } = request;
    requireMail(deps);
    const asked = { workspace, member, promiseId: value, now };
    const { debtorId, said } = await sendConfirmation(deps.db, asked);
    deps.wake();
    await showView(viewId, sentenceView('Confirm by email', ...said));
    if (body.view) return;
    const account = await loadAccount(deps.db, { workspace, debtorId, now });
    const { view, choices } = await accountSeen(request, account, body.channel?.id);
    await replace(accountMessage(view, choices));
  },
};
