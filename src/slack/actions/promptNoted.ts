import { acknowledgePrompt } from '../../useCases/prompts/acknowledgePrompt.ts';
import type { ActionHandler } from '../handlers.ts';

/** What a prompt tells was read; its message says so. The value is the prompt's id. */
export const promptNoted: ActionHandler = {
  async run({ deps, workspace, member, now, value }) {
    await acknowledgePrompt(deps.db, { workspace, member, promptId: value, now });
    deps.wake();
  },
};
