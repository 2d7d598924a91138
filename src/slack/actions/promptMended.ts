import { mendReason, type ReasonMending } from '../../useCases/delays/mendReason.ts';
import type { ActionHandler } from '../handlers.ts';
import { answerLogged } from './answerLogged.ts';

/** Somebody says what became of a reason for the delay that was ours to mend; the value is the prompt's id. */
export function promptMended(how: ReasonMending['how']): ActionHandler {
  return {
    async run(request) {
      const { deps, workspace, member, now, value } = request;
      await answerLogged(
        request,
        await mendReason(deps.db, { workspace, member, promptId: value, how, now }),
      );
    },
  };
}
