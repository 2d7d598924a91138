import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { sendStatement } from '../../useCases/notices/sendStatement.ts';
import type { ActionHandler } from '../handlers.ts';
import { requireMail } from '../requireMail.ts';

/** Mails the statement of an account; the value is the debtor's id. The window that shows it says what came of it. */
export const statementSend: ActionHandler = {
  async run({ deps, workspace, member, now, value, body, client }) {
    requireMail(deps);
    const said = await sendStatement(deps.db, { workspace, member, debtorId: value, now });
    deps.wake();
    await client.views.update({
      view_id: body.view?.id ?? '',
      view: sentenceView('Statement of account', said),
    });
  },
};
