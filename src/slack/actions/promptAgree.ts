import { message } from '../../../blocks/message.ts';
import { agreePromise } from '../../useCases/promises/agreePromise.ts';
import type { ActionHandler } from '../handlers.ts';

/** A manager agrees to a promise; the value is the prompt's id. */
export const promptAgree: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const text = await agreePromise(deps.db, { workspace, member, promptId: value, now });
    deps.wake();
    await answer(message({ text }));
  },
};
