import { finishTask } from '../../useCases/prompts/finishTask.ts';
import type { ActionHandler } from '../handlers.ts';

/** A task beside the ladder is done; its message says so. The value is the prompt's id. */
export const promptDone: ActionHandler = {
  async run({ deps, workspace, member, now, value }) {
    await finishTask(deps.db, { workspace, member, promptId: value, now });
    deps.wake();
  },
};
