import { message } from '../../../blocks/message.ts';
import { decideDispute } from '../../useCases/disputes/decideDispute.ts';
import type { ActionHandler } from '../handlers.ts';

/** A manager lets an account go on beside a dispute that came after the final notice; the value is the prompt's id. */
export const promptGoOn: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const text = await decideDispute(deps.db, { workspace, member, promptId: value, now });
    deps.wake();
    await answer(message({ text }));
  },
};
