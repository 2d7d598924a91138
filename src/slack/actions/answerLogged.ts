import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import { describeLogged } from '../../useCases/calls/describeLogged.ts';
import type { LoggedCall } from '../../useCases/calls/logCall.ts';
import type { ActionRequest } from '../handlers.ts';

/** Says what one click put on record, what happens next, and Undo. */
export async function answerLogged(request: ActionRequest, logged: LoggedCall): Promise<void> {
  const { deps, workspace, member, now, answer } = request;
  try {
    const view = await describeLogged(deps.db, { workspace, member, logged, log: deps.log, now });
    await answer(loggedMessage(view));
  } finally {
    deps.wake();
  }
}
