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
      section(join([mrkdwn`*What I can do*`, ...view.commands.map(line)])),
      context(
        'A debtor is any piece of a name, an account number or an invoice number; a day is friday, 30 nov or +3d; an amount is 1,200, €1.200,50 or 1.2k.',
        mrkdwn`\`/debt help list\` says more about one of them.`,
      ),
    ],
  });
}

function line({ usage, does }: CommandHelp): Text {
  return mrkdwn`\`/debt ${usage}\` ${does}`;
}
