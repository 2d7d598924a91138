import { accountMessage } from '../../../blocks/accounts/accountMessage.ts';
import { sharedAccountMessage } from '../../../blocks/accounts/sharedAccountMessage.ts';
import { dateInstant } from '../../../blocks/dateInstant.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { accountView } from '../../useCases/accounts/accountView.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { accountSeen } from '../accountSeen.ts';
import type { SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

/** The account on one screen. Asked in the open it is shown in the open, but for private individuals. */
export const show: SubCommand = {
  help: {
    usage: 'show <debtor>',
    does: 'The account: balance by age, stage and next step, contacts, promises, last activities, and what can be done; a manager corrects there what it is (business, sole trader, private individual). A name alone does the same.',
    examples: ['show acme', 'show 1001', 'show INV-2044'],
  },
  async run(request) {
    const { deps, workspace, words, now, answer, answerOpenly, slash } = request;
    if (words === '') {
      return answer(
        message({
          text: mrkdwn`Which account? Write \`/debt show acme\`, with a piece of its name or a number.`,
        }),
      );
    }
    await withDebtor(
      request,
      words,
      { actionId: 'open_account', text: 'Open account' },
      async ({ id, kind }) => {
        const account = await loadAccount(deps.db, { workspace, debtorId: id, now });
        if (answerOpenly && kind !== 'individual') {
          const footnote = mrkdwn`As at ${dateInstant(now)}`;
          return answerOpenly(sharedAccountMessage(accountView(account, workspace.locale), footnote));
        }
        const { view, choices } = await accountSeen(request, account, slash?.command.channel_id);
        await answer(accountMessage(view, choices));
      },
    );
  },
};
