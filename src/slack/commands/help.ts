import { commandHelpMessage } from '../../../blocks/help/commandHelpMessage.ts';
import { helpMessage } from '../../../blocks/help/helpMessage.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { may } from '../../core/permissions.ts';
import { loadHome } from '../../useCases/workspaces/loadHome.ts';
import type { DebtRequest, SubCommand, SubCommands } from './SubCommand.ts';

const self = {
  usage: 'help [topic]',
  does: 'What I can do, with examples, and how your day stands.',
  examples: ['help', 'help list'],
};

/** Help on these commands, each in its own words; bare `/debt` is the same. */
export function help(others: SubCommands): SubCommand {
  const all = [self, ...Object.values(others).map((command) => command.help)];
  const topicOf = (words: string) => {
    const topic = parseDebtCommand(words);
    return words !== '' && 'name' in topic ? others[topic.name] : undefined;
  };
  return {
    help: self,
    understands: (words) => words === '' || topicOf(words) !== undefined,
    async run(request) {
      const asked = topicOf(request.words);
      if (asked) return request.answer(commandHelpMessage(asked.help));
      await request.answer(helpMessage({ commands: all, day: await dayOf(request) }));
    },
  };
}

async function dayOf({ deps, workspace, member, now }: DebtRequest) {
  const { prompts, promises, approvals } = await loadHome(deps.db, { workspace, member, now });
  const waiting = [
    prompts.length > 0 && `${prompts.length} to do`,
    approvals.total > 0 && `${approvals.total} to approve`,
    promises.total > 0 && `${promises.total} promised for today or before`,
  ].filter((part) => part !== false);
  const first = prompts[0];
  const day = mrkdwn`*Your day:* ${waiting.length > 0 ? waiting.join(', ') : 'nothing is waiting for you'}.`;
  return [
    ...(workspace.startedAt ? [] : [notStarted(may(member.role, 'manage'))]),
    day,
    ...(first ? [mrkdwn`First: ${first.title}, *${first.debtorName}*, ${first.owed}.`] : []),
  ];
}

function notStarted(manager: boolean) {
  return manager
    ? mrkdwn`*I have not been started:* write \`/debt start\` when the ledger is in.`
    : mrkdwn`*I have not been started yet:* a manager does that.`;
}
