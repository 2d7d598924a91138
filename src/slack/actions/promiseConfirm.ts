import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import { loggedModal } from '../../../blocks/calls/loggedModal.ts';
import { describeLogged } from '../../useCases/calls/describeLogged.ts';
import { sendConfirmation } from '../../useCases/promises/sendConfirmation.ts';
import type { ActionHandler } from '../handlers.ts';
import { requireMail } from '../requireMail.ts';

/** Mails the confirmation of a promise or a plan, and says so in the place of what was logged; the value is the id of the promise, or of an instalment. */
export const promiseConfirm: ActionHandler = {
  async run({ deps, workspace, member, now, value, body, replace, showView }) {
    requireMail(deps);
    const logged = await sendConfirmation(deps.db, { workspace, member, promiseId: value, now });
    deps.wake();
    const view = await describeLogged(deps.db, { workspace, member, logged, log: deps.log, now });
    if (body.view?.type === 'modal') await showView(body.view.id, loggedModal(view));
    else await replace(loggedMessage(view));
  },
};
