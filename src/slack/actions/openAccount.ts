import { accountModal } from '../../../blocks/accounts/accountModal.ts';
import { may } from '../../core/permissions.ts';
import { accountView } from '../../useCases/accounts/accountView.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { confirmationsOffered } from '../../useCases/promises/confirmationsOffered.ts';
import type { ActionHandler } from '../handlers.ts';

/** Opens an account in a window; the value is the debtor's id. */
export const openAccount: ActionHandler = {
  opens: 'Account',
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    const account = await loadAccount(deps.db, { workspace, debtorId: value, now });
    const mayLog = may(member.role, 'log_activity');
    const maySeePayment = may(member.role, 'record_payment');
    const mayManage = may(member.role, 'manage');
    const mayGroup = may(member.role, 'group_accounts');
    const choices = { mayLog, maySeePayment, mayManage, mayGroup };
    const confirms = await confirmationsOffered(deps.db, { workspace, member, account });
    await showView(viewId, accountModal(accountView(account, member.locale, confirms), choices));
  },
};
