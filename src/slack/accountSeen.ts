import type { AccountView } from '../../blocks/accounts/AccountView.ts';
import type { AccountChoices } from '../../blocks/accounts/accountActions.ts';
import { may } from '../core/permissions.ts';
import { accountView } from '../useCases/accounts/accountView.ts';
import type { Account } from '../useCases/accounts/loadAccount.ts';
import { confirmationsOffered } from '../useCases/promises/confirmationsOffered.ts';
import type { Asker } from './Asker.ts';

/** What a member sees of an account, and what they may do there. `channel`: where they look at it, when not in a window. */
export async function accountSeen(
  { deps, workspace, member }: Pick<Asker, 'deps' | 'workspace' | 'member'>,
  account: Account,
  channel = '',
): Promise<{ view: AccountView; choices: AccountChoices }> {
  const confirms = await confirmationsOffered(deps.db, { workspace, member, account });
  return {
    view: accountView(account, member.locale, confirms),
    choices: {
      mayLog: may(member.role, 'log_activity'),
      mayManage: may(member.role, 'manage'),
      mayGroup: may(member.role, 'group_accounts'),
      maySeePayment: may(member.role, 'record_payment'),
      mayShare: /^[CG]/.test(channel),
    },
  };
}
