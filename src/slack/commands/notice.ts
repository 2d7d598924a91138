import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { askForNotice } from '../../useCases/notices/askForNotice.ts';
import { requestApproval } from '../requestApproval.ts';
import type { SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

/** Asks for approval of the notice that is due, as the button on its prompt does. */
export const notice: SubCommand = {
  help: {
    usage: 'notice <debtor>',
    does: 'Ask for approval of the final notice, or the harsher letter, that is due; where none is due, it says why. To a private customer of an agency’s client in the USA who asked us to cease contact it offers the notices that US Regulation F still permits: that our efforts end, of a remedy that may be used, of one that will be used.',
    examples: ['notice acme'],
  },
  async run(request) {
    const { deps, workspace, member, words, now, answer } = request;
    if (words === '')
      return answer(message({ text: mrkdwn`For which account? Write \`/debt notice acme\`.` }));
    const choose = { actionId: 'ask_notice', text: 'Ask for approval' };
    await withDebtor(request, words, choose, ({ id: debtorId }) =>
      requestApproval(request, () => askForNotice(deps.db, { workspace, debtorId, member, now })),
    );
  },
};
