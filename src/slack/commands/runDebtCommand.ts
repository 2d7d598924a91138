import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { DulyError } from '../../core/DulyError.ts';
import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { slackText } from '../../core/slackText.ts';
import { unknownMention } from '../../core/unknownMention.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { findDebtor } from '../../useCases/accounts/findDebtor.ts';
import type { DebtRequest } from './SubCommand.ts';
import { subCommands } from './subCommands.ts';

/**
 * Runs what Slack's text of a command or message asks for. What is no command but fits accounts shows them as `show` does, however near a
 * command it is spelt; another unknown word is answered with the nearest and with help.
 */
export async function runDebtCommand(
  raw: string,
  request: Omit<DebtRequest, 'words' | 'debtor' | 'mentioned'>,
): Promise<void> {
  const { text, members } = slackText(raw);
  const command = parseDebtCommand(text);
  const known = 'name' in command ? subCommands[command.name] : undefined;
  const debtRequest = { ...request, mentioned: members };
  if (!known || !('name' in command)) {
    const isAccount = !('name' in command) && (await namesAccounts(request, text));
    // what may be said in passing is shown to the asker alone
    if (isAccount) return subCommands.show?.run({ ...debtRequest, answerOpenly: undefined, words: text });
    const word = 'name' in command ? command.name : command.unknown;
    const nearest = 'nearest' in command && command.nearest ? subCommands[command.nearest] : undefined;
    const guess = nearest
      ? mrkdwn`Did you mean \`/debt ${nearest.help.usage}\`?`
      : mrkdwn`To see an account write \`/debt show ${text}\`.`;
    await request.answer(message({ text: mrkdwn`I do not know “${word}”. ${guess}` }));
    await subCommands.help?.run({ ...debtRequest, words: '' });
    return;
  }
  const words = [command.debtor, command.rest].filter(Boolean).join(' ').trim();
  if (known.opens?.(text) && !request.slash) {
    const sentence = mrkdwn`That needs a window, which Slack opens only from the command: write \`/debt ${text}\`.`;
    await request.answer(message({ text: sentence }));
    return;
  }
  const stranger = known.namesMembers && unknownMention(words);
  if (stranger) {
    const sentence = `I know nobody called “${stranger}”. Type @ and choose the name that Slack offers.`;
    throw new DulyError('unknown_member', 'no mention', sentence);
  }
  await known.run({ ...debtRequest, words, debtor: command.debtor });
  if (known.understands?.(words) === false) {
    const text = mrkdwn`I left out “${words}”: write \`/debt ${known.help.usage}\`.`;
    await request.answer(message({ text }));
  }
}

/** Whether words are a number of an account or an invoice, or begin a word of a name: a piece of one in passing talk means nothing. */
async function namesAccounts(
  { deps, workspace, now }: Pick<DebtRequest, 'deps' | 'workspace' | 'now'>,
  words: string,
): Promise<boolean> {
  if (words.length < SHORTEST_NAME) return false;
  const asked = { workspaceId: workspace.id, words, today: todayOf(workspace, now) };
  const found = await findDebtor(deps.db, asked);
  const debtors = found.kind === 'one' ? [found.debtor] : found.kind === 'several' ? found.debtors : [];
  return debtors.some(
    ({ match, name }) => match === 'exact' || ` ${name.toLowerCase()}`.includes(` ${words.toLowerCase()}`),
  );
}

const SHORTEST_NAME = 3;
