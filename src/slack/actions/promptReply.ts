import { REPLY_TITLE, replyModal } from '../../../blocks/prompts/replyModal.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { peopleThere } from '../../useCases/contacts/peopleThere.ts';
import { awaitsConfirmation } from '../../useCases/promises/awaitsConfirmation.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks what kind of reply came; the value is the prompt's id. */
export const promptReply: ActionHandler = {
  opens: REPLY_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId: value });
    const metadata = encodeMetadata({ form: newId(), promptId: value, debtorId: prompt.debtorId });
    const account = { workspaceId: workspace.id, debtorId: prompt.debtorId };
    const asksWhoPays = await awaitsConfirmation(deps.db, account);
    const people = await peopleThere(deps.db, account);
    await showView(viewId, replyModal({ debtorName, asksWhoPays, people, metadata }));
  },
};
