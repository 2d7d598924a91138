import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { requireMay } from '../../core/permissions.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { findLeadingDebtor } from '../../useCases/accounts/findLeadingDebtor.ts';
import { setLegalHold } from '../../useCases/records/setLegalHold.ts';
import type { SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

const HOW = mrkdwn`Of which account, and why? Write \`/debt legal-hold acme claim 7 HK 12/26\`. It is ended from the account.`;

/** The records of an account are kept beyond their time. */
export const legalHold: SubCommand = {
  help: {
    usage: 'legal-hold <debtor> <reason>',
    does: 'Keep the records of an account, however old they are, until you end it from the account (managers). It pauses nothing.',
    examples: ['legal-hold acme claim 7 HK 12/26'],
  },
  async run(request) {
    const { deps, workspace, member, words, debtor: quoted, now, answer } = request;
    requireMay(member, 'manage');
    if (words === '') return answer(message({ text: HOW }));
    const today = todayOf(workspace, now);
    const found = await findLeadingDebtor(deps.db, { workspaceId: workspace.id, words, quoted, today });
    if (found.kind !== 'one') {
      const tried = found.kind === 'several' ? found.tried : words;
      const choose = { actionId: 'open_legal_hold', text: 'Legal hold' };
      return withDebtor(request, tried, choose, async () => answer(message({ text: HOW })));
    }
    const { debtor, rest: reason } = found;
    if (reason === '') return answer(message({ text: mrkdwn`Why? ${HOW}` }));
    const said = await setLegalHold(deps.db, { workspace, member, debtorId: debtor.id, reason, now });
    await answer(message({ text: mrkdwn`${said}` }));
  },
};
