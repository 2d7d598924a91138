import { message } from '../../../blocks/message.ts';
import { proposeNotice } from '../../useCases/notices/proposeNotice.ts';
import type { ActionHandler } from '../handlers.ts';

/** "Ask for approval" on a last call; the value is the prompt's id. */
export const promptAskApproval: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const { said } = await proposeNotice(deps.db, { workspace, promptId: value, member, now });
    deps.wake();
    await answer(message({ text: said }));
  },
};
