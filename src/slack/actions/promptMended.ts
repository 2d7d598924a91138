import { message } from '../../../blocks/message.ts';
import { mendReason, type ReasonMending } from '../../useCases/delays/mendReason.ts';
import type { ActionHandler } from '../handlers.ts';

/** Somebody says what became of a reason for the delay that was ours to mend; the value is the prompt's id. */
export function promptMended(how: ReasonMending['how']): ActionHandler {
  return {
    async run({ deps, workspace, member, now, value, answer }) {
      const text = await mendReason(deps.db, { workspace, member, promptId: value, how, now });
      deps.wake();
      await answer(message({ text }));
    },
  };
}
