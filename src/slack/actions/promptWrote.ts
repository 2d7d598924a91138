import { WRITTEN_TITLE } from '../../../blocks/prompts/writtenModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { writtenFor } from '../views/writtenFor.ts';

/** Asks what was written, with a text message filled in where the button says so; the value is the prompt's id. */
export function promptWrote(channel?: 'text'): ActionHandler {
  return {
    opens: WRITTEN_TITLE,
    async run(request) {
      const { deps, workspace, member, value, viewId = '', showView } = request;
      requireMay(member, 'log_activity');
      const { prompt } = await promptForForm(deps.db, { workspace, promptId: value });
      const about = { debtorId: prompt.debtorId, prompt, isText: channel === 'text' };
      await showView(viewId, await writtenFor(request, about));
    },
  };
}
