import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import { loggedModal } from '../../../blocks/calls/loggedModal.ts';
import { describeLogged } from '../../useCases/calls/describeLogged.ts';
import type { LoggedCall } from '../../useCases/calls/logCall.ts';
import type { ViewRequest } from '../handlers.ts';

/** Shows what was logged in its window; somebody who closed the window meanwhile is told in the direct message. */
export async function showLogged(request: ViewRequest, logged: LoggedCall): Promise<void> {
  const { deps, workspace, member, client, now, showView } = request;
  try {
    const view = await describeLogged(deps.db, { workspace, member, logged, log: deps.log, now });
    await showView(loggedModal(view)).catch(async (error: unknown) => {
      deps.log.info({ err: error }, 'the window was closed before the result could be shown');
      await client.chat.postMessage({ channel: member.slackUserId, ...loggedMessage(view) });
    });
  } finally {
    deps.wake();
  }
}
