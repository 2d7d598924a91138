import { assignedMessage } from '../../../blocks/accounts/assignedMessage.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { assignAccounts } from '../../useCases/members/assignAccounts.ts';
import { colleagueNamed } from '../../useCases/members/colleagueNamed.ts';
import { mentionsIn } from '../mentionsIn.ts';
import type { DebtRequest, SubCommand } from './SubCommand.ts';
import { withDebtor } from './withDebtor.ts';

/** Who looks after an account, or after all accounts of a colleague. */
export const assign: SubCommand = {
  help: {
    usage: 'assign <debtor> @owner [@deputy], assign @from @to',
    does: 'Gives an account, with its group, to an owner (and a deputy), or all accounts of one colleague to another (managers); open prompts go along.',
    examples: ['assign acme @clara', 'assign acme @clara @colin', 'assign @colin @clara'],
  },
  namesMembers: true,
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
      return answer(assignedMessage({ ...done, what: `${first.name}’s accounts`, to: second.name }));
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
      await answer(assignedMessage({ ...done, what: name, to: first.name, deputy: second?.name }));
    });
  },
};

function colleagues({ deps, workspace, mentioned }: DebtRequest): Promise<Member[]> {
  return Promise.all(mentioned.slice(0, 2).map((id) => colleagueNamed(deps.db, workspace, id)));
}
