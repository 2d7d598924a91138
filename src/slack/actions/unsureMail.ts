import { message } from '../../../blocks/message.ts';
import { settleUnsureMail } from '../../useCases/notices/settleUnsureMail.ts';
import type { ActionHandler } from '../handlers.ts';

function unsureMail(sent: boolean): ActionHandler {
  return {
    async run({ deps, workspace, member, now, value, answer }) {
      const said = await settleUnsureMail(deps.db, { workspace, promptId: value, member, sent, now });
      deps.wake();
      await answer(message({ text: said }));
    },
  };
}

/** A manager says what nobody knew: whether a mail went out. The value is the prompt's id. */
export const promptWasSent = unsureMail(true);
export const promptWasNotSent = unsureMail(false);
