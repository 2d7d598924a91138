import { actions } from '../../../blocks/actions.ts';
import { button } from '../../../blocks/button.ts';
import { message, type SlackMessage } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { section } from '../../../blocks/section.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { type Assigned, assignAccounts } from '../../useCases/members/assignAccounts.ts';
import { colleagueNamed } from '../../useCases/members/colleagueNamed.ts';
import { mentionsIn } from '../mentionsIn.ts';
import type { DebtRequest, SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

/** Who looks after an account, or after all accounts of a colleague. */
export const assign: SubCommand = {
  help: {
    usage: 'assign <debtor> @owner [@deputy], assign @from @to',
    does: 'Gives an account to an owner (and a deputy), or all accounts of one colleague to another (managers); open prompts go along.',
    examples: ['assign acme @clara', 'assign acme @clara @colin', 'assign @colin @clara'],
  },
  async run(request) {
    const { deps, workspace, member, words, mentioned, now, answer } = request;
    const { before } = mentionsIn(words);
    const [first, second] = await colleagues(request);
    if (!first || (before === '' && !second)) {
      const sentence =
        'Whose is it to be? Write it like `/debt assign acme @colleague`, or `/debt assign @from @to`.';
      throw new DulyError('assign_whom', `${mentioned.length} mentions`, sentence);
    }
    if (before === '' && second) {
      const done = await assignAccounts(deps.db, {
        workspace,
        member,
        accounts: { of: first },
        to: second,
        now,
      });
      deps.wake();
      return answer(saying(done, `${first.name}’s accounts`, second));
    }
    const choose = { actionId: 'open_account', text: 'Open account' };
    await withDebtor(request, before, choose, async ({ id, name }) => {
      const accounts = { debtorId: id };
      const done = await assignAccounts(deps.db, {
        workspace,
        member,
        accounts,
        to: first,
        deputy: second,
        now,
      });
      deps.wake();
      await answer(saying(done, name, first, second));
    });
  },
};

function colleagues({ deps, workspace, mentioned }: DebtRequest): Promise<Member[]> {
  return Promise.all(mentioned.slice(0, 2).map((id) => colleagueNamed(deps.db, workspace, id)));
}

function saying(done: Assigned, what: string, to: Member, deputy?: Member): SlackMessage {
  const { assignmentId, accounts, prompts } = done;
  if (assignmentId === undefined) {
    return message({ text: mrkdwn`Nothing to change: ${to.name} has ${what} already, or there are none.` });
  }
  const along = prompts > 0 ? ` ${prompts} open ${prompts === 1 ? 'prompt goes' : 'prompts go'} along.` : '';
  const many = accounts > 1 ? ` (${accounts})` : '';
  const standsIn = deputy ? `, with ${deputy.name} as deputy` : '';
  const text = mrkdwn`${to.name} looks after ${what}${many} now${standsIn}.${along}`;
  const undo = button({
    text: 'Undo',
    actionId: 'undo_assignment',
    value: assignmentId,
    label: `Undo: ${what}`,
  });
  return message({ text, blocks: [section(text), actions([undo])] });
}
