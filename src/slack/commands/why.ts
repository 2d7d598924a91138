import { whyMessage } from '../../../blocks/accounts/whyMessage.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { explainDecision } from '../../useCases/accounts/explainDecision.ts';
import { findDebtor } from '../../useCases/accounts/findDebtor.ts';
import { whyView } from '../../useCases/accounts/whyView.ts';
import type { SubCommand } from './SubCommand.ts';
import { splitDay } from './splitDay.ts';
import { withDebtor } from './withDebtor.ts';

/** The policy's own reasons, rule by rule, for today or another day. */
export const why: SubCommand = {
  help: {
    usage: 'why <debtor> [day]',
    does: 'Why something was, was not, or will be sent, rule by rule.',
    examples: ['why acme', 'why acme friday', 'why 1001 2026-11-30'],
  },
  async run(request) {
    const { deps, workspace, member, words, now, answer } = request;
    if (words === '') {
      return answer(
        message({
          text: mrkdwn`Which account? Write \`/debt why acme\`, or \`/debt why acme friday\` for another day.`,
        }),
      );
    }
    const today = todayOf(workspace, now);
    // a name may end in what looks like a day: all the words are tried first
    const whole = await findDebtor(deps.db, { workspaceId: workspace.id, words, today });
    const { rest, day } =
      whole.kind === 'one' ? { rest: words, day: undefined } : splitDay(words, today, member.locale);
    await withDebtor(request, rest, { actionId: 'why_account', text: 'Why?' }, async ({ id }) => {
      const explanation = await explainDecision(deps.db, { workspace, debtorId: id, on: day ?? today, now });
      await answer(whyMessage(whyView(explanation, member.locale)));
    });
  },
};
