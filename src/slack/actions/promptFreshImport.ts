import { message } from '../../../blocks/message.ts';
import { confirmFreshness } from '../../useCases/ledger/confirmFreshness.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';

/** Finance says that payments are up to date; the value is the prompt's id. */
export const promptFreshImport: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const { prompt } = await promptForForm(deps.db, { workspace, promptId: value });
    const text = await confirmFreshness(deps.db, { workspace, member, promptId: prompt.id, now });
    deps.wake();
    await answer(message({ text }));
  },
};
