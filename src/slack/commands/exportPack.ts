import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { newId } from '../../core/newId.ts';
import { exportEvidence } from '../exportEvidence.ts';
import type { SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

/** The evidence pack of an account, to the asker alone. */
export const exportPack: SubCommand = {
  help: {
    usage: 'export <debtor>',
    does: 'The evidence pack of an account, for the agency, solicitor or court that takes the case over: what is owed, what was agreed and done, the letters as they were sent, as one ZIP file in your direct messages. Managers, finance and the account’s owner.',
    examples: ['export acme'],
  },
  async run(request) {
    const { words, answer, slash } = request;
    if (words === '')
      return answer(message({ text: mrkdwn`Of which account? Write \`/debt export acme\`.` }));
    const choose = { actionId: 'export_evidence', text: 'Evidence pack' };
    const key = slash?.command.trigger_id ?? newId();
    await withDebtor(request, words, choose, ({ id: debtorId }) =>
      exportEvidence(request, { debtorId, key }),
    );
  },
};
