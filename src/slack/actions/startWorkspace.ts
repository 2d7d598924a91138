import { message } from '../../../blocks/message.ts';
import { startWorkspace as begin } from '../../useCases/workspaces/startWorkspace.ts';
import { publishHome } from '../events/publishHome.ts';
import type { ActionHandler } from '../handlers.ts';
import { startedSentence } from '../startedSentence.ts';

/** Starts the workspace from the Home tab or a welcome message. */
export const startWorkspace: ActionHandler = {
  async run(request) {
    const { deps, workspace, member, now, answer } = request;
    const started = await begin(deps.db, { workspace, member, now });
    deps.wake();
    await answer(message({ text: startedSentence(started) }));
    await publishHome(request);
  },
};
