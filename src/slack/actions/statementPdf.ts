import { message } from '../../../blocks/message.ts';
import { shareStatement } from '../../useCases/notices/shareStatement.ts';
import type { ActionHandler } from '../handlers.ts';

/** Sends the asker the statement of an account as a PDF; the value is the debtor's id. */
export const statementPdf: ActionHandler = {
  async run({ deps, workspace, member, now, value, body, answer }) {
    const key = `${body.trigger_id}:${value}`;
    await shareStatement(deps.db, { workspace, member, debtorId: value, key, now });
    deps.wake();
    await answer(message({ text: 'The statement comes to your direct messages with Duly.' }));
  },
};
