import { addContactModal } from '../../../blocks/accounts/addContactModal.ts';
import { modal } from '../../../blocks/modal.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Answer } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';
import type { SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

const TITLE = 'Add a contact';

/** The form for a new contact; where several accounts fit, the same window asks which. */
export const contact: SubCommand = {
  help: {
    usage: 'contact <debtor>',
    does: 'Adds a person or a mailbox to an account.',
    examples: ['contact acme'],
  },
  opens: () => TITLE,
  async run(request) {
    const { slash, member, words } = request;
    const viewId = slash?.viewId;
    if (!slash || !viewId) return;
    requireMay(member, 'log_activity');
    if (words === '') {
      return slash.showView(
        viewId,
        sentenceView(TITLE, 'For which account? Write it after the command: /debt contact acme.'),
      );
    }
    const answer: Answer = ({ blocks }) =>
      slash.showView(viewId, modal({ callbackId: 'pick', title: TITLE, close: 'Close', blocks }));
    const choose = { actionId: 'add_contact', text: TITLE };
    await withDebtor({ ...request, answer }, words, choose, async ({ id, name }) => {
      const metadata = encodeMetadata({ debtorId: id, debtorName: name.slice(0, 200) });
      await slash.showView(viewId, addContactModal({ debtorName: name, metadata }));
    });
  },
};
