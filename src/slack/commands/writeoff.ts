import { smallBalancesMessage } from '../../../blocks/lists/smallBalancesMessage.ts';
import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadSmallBalances } from '../../useCases/writeOffs/loadSmallBalances.ts';
import { accountForm } from './accountForm.ts';
import type { SubCommand } from './SubCommand.ts';

const form = accountForm('writeoff', {
  usage: 'writeoff [debtor|invoice] [reason]',
  does: 'Propose to write off an account or an invoice: a manager agrees, and the ledger does it. Without a word: the small balances, each with one click.',
  examples: ['writeoff', 'writeoff acme gone out of business', 'writeoff INV-2044 not worth the call'],
});

/** A proposal to write something off; without words the small balances. */
export const writeoff: SubCommand = {
  ...form,
  opens: (text) => (parseDebtCommand(text).rest === '' ? undefined : form.opens?.(text)),
  async run(request) {
    const { deps, workspace, member, words, now, answer } = request;
    if (words !== '') return form.run(request);
    requireMay(member, 'propose_write_off');
    await answer(smallBalancesMessage(await loadSmallBalances(deps.db, { workspace, page: 0, member, now })));
  },
};
