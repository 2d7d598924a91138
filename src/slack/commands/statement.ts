import { modal } from '../../../blocks/modal.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import type { Answer } from '../handlers.ts';
import { statementView } from '../statementView.ts';
import type { SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

const TITLE = 'Statement of account';

/** The statement of an account as it stands now; where several accounts fit, the same window asks which. */
export const statement: SubCommand = {
  help: {
    usage: 'statement <debtor>',
    does: 'The statement of an account: everything that is open, credits and the balance; to look at, to mail, or as a PDF.',
    examples: ['statement acme'],
  },
  opens: () => TITLE,
  async run(request) {
    const { slash, words } = request;
    const viewId = slash?.viewId;
    if (!slash || !viewId) return;
    if (words === '') {
      return slash.showView(
        viewId,
        sentenceView(TITLE, 'Of which account? Write it after the command: /debt statement acme.'),
      );
    }
    const answer: Answer = ({ blocks }) =>
      slash.showView(viewId, modal({ callbackId: 'pick', title: TITLE, close: 'Close', blocks }));
    const choose = { actionId: 'open_statement', text: TITLE };
    await withDebtor({ ...request, answer }, words, choose, async ({ id }) => {
      await slash.showView(viewId, await statementView(request, id));
    });
  },
};
