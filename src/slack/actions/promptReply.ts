import { REPLY_TITLE } from '../../../blocks/prompts/replyModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { replyFor } from '../views/replyFor.ts';

/** Asks what kind of reply came; the value is the prompt's id. */
export const promptReply: ActionHandler = {
  opens: REPLY_TITLE,
  async run(request) {
    const { deps, workspace, member, value: promptId, viewId = '', showView } = request;
    requireMay(member, 'log_activity');
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId });
    await showView(viewId, await replyFor(request, { debtorId: prompt.debtorId, debtorName, promptId }));
  },
};
