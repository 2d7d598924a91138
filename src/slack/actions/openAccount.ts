import { accountModal } from '../../../blocks/accounts/accountModal.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { accountSeen } from '../accountSeen.ts';
import type { ActionHandler } from '../handlers.ts';

/** Opens an account in a window; the value is the debtor's id. */
export const openAccount: ActionHandler = {
  opens: 'Account',
  async run(request) {
    const { deps, workspace, now, value, viewId = '', showView } = request;
    const account = await loadAccount(deps.db, { workspace, debtorId: value, now });
    const { view, choices } = await accountSeen(request, account);
    await showView(viewId, accountModal(view, choices));
  },
};
