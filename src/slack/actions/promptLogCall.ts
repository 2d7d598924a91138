import { CALL_LOG_TITLE } from '../../../blocks/calls/callLogView.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { callLogFor } from '../views/callLogFor.ts';

/** Opens the call log for the account of a prompt; the value is the prompt's id. */
export const promptLogCall: ActionHandler = {
  opens: CALL_LOG_TITLE,
  async run(request) {
    const { deps, workspace, value, viewId = '', showView } = request;
    const { prompt } = await promptForForm(deps.db, { workspace, promptId: value });
    const about = { debtorId: prompt.debtorId, promptId: prompt.id, first: true };
    await showView(viewId, await callLogFor(request, about));
  },
};
