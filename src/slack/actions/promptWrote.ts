import { WRITTEN_TITLE } from '../../../blocks/prompts/writtenModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { writtenFor } from '../views/writtenFor.ts';

/** Asks what was written; the value is the prompt's id. */
export const promptWrote: ActionHandler = {
  opens: WRITTEN_TITLE,
  async run(request) {
    const { deps, workspace, member, value, viewId = '', showView } = request;
    requireMay(member, 'log_activity');
    const { prompt } = await promptForForm(deps.db, { workspace, promptId: value });
    await showView(viewId, await writtenFor(request, { debtorId: prompt.debtorId, prompt }));
  },
};
