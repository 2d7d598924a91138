import type { Block } from '../Block.ts';
import { context } from '../context.ts';
import { join } from '../join.ts';
import type { Text } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { CommandHelp } from './CommandHelp.ts';

/** Everything Duly does on a command, and how the reader's day stands. */
export function helpMessage(view: { commands: readonly CommandHelp[]; day: readonly Text[] }): SlackMessage {
  return message({
    text: mrkdwn`What I can do. ${join(view.day, ' ')}`,
    blocks: [
      view.day.length > 0 ? section(join(view.day, ' ')) : undefined,
      ...commandSections(view.commands),
      context(
        'A debtor is any piece of a name, an account number or an invoice number; a day is friday, 30 nov or +3d; an amount is 1,200, €1.200,50 or 1.2k.',
        mrkdwn`\`/debt help list\` says more about one of them.`,
      ),
    ],
  });
}

/** Sections of a few commands each, so that none is cut by Slack's length of a text. */
function commandSections(commands: readonly CommandHelp[]): Block[] {
  const per = 8;
  return Array.from({ length: Math.ceil(commands.length / per) }, (_, index) => {
    const lines = commands.slice(index * per, (index + 1) * per).map(line);
    return section(join(index === 0 ? [mrkdwn`*What I can do*`, ...lines] : lines));
  });
}

function line({ usage, does }: CommandHelp): Text {
  return mrkdwn`\`/debt ${usage}\` ${does}`;
}
