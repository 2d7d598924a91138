import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { slackText } from '../../core/slackText.ts';
import type { CommandHandler } from '../handlers.ts';
import { runDebtCommand } from './runDebtCommand.ts';
import { subCommands } from './subCommands.ts';

/** `/debt`: the words decide which sub-command answers. */
export const debt: CommandHandler = {
  opens(text) {
    const plain = slackText(text).text;
    const command = parseDebtCommand(plain);
    return 'name' in command ? subCommands[command.name]?.opens?.(plain) : undefined;
  },
  async run(request) {
    await runDebtCommand(request.command.text, { ...request, slash: request });
  },
};
