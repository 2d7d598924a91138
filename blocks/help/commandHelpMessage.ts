import { join } from '../join.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { CommandHelp } from './CommandHelp.ts';

/** One command in full. */
export function commandHelpMessage({ usage, does, examples }: CommandHelp): SlackMessage {
  const shown = examples.map((example) => mrkdwn`\`/debt ${example}\``);
  return message({
    text: mrkdwn`/debt ${usage}: ${does}`,
    blocks: [
      section(mrkdwn`\`/debt ${usage}\`\n${does}`),
      shown.length > 0 ? section(join([mrkdwn`*For example*`, ...shown])) : undefined,
    ],
  });
}
