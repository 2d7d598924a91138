import { CONTACTS_TITLE } from '../../../blocks/accounts/addContactModal.ts';
import { modal } from '../../../blocks/modal.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { requireMay } from '../../core/permissions.ts';
import { contactsForm } from '../forms/contactsForm.ts';
import type { Answer } from '../handlers.ts';
import type { SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

/** Who is on file, and the form for a new contact; where several accounts fit, the same window asks which. */
export const contact: SubCommand = {
  help: {
    usage: 'contact <debtor>',
    does: 'Who is on file at an account, to be corrected, with what they refused; or add a person or a mailbox.',
    examples: ['contact acme'],
  },
  opens: () => CONTACTS_TITLE,
  async run(request) {
    const { slash, member, words } = request;
    const viewId = slash?.viewId;
    if (!slash || !viewId) return;
    requireMay(member, 'log_activity');
    if (words === '') {
      return slash.showView(
        viewId,
        sentenceView(CONTACTS_TITLE, 'For which account? Write it after the command: /debt contact acme.'),
      );
    }
    const answer: Answer = ({ blocks }) =>
      slash.showView(viewId, modal({ callbackId: 'pick', title: CONTACTS_TITLE, close: 'Close', blocks }));
    const choose = { actionId: 'add_contact', text: CONTACTS_TITLE };
    await withDebtor({ ...request, answer }, words, choose, async (debtor) => {
      await slash.showView(viewId, await contactsForm(request, debtor));
    });
  },
};
