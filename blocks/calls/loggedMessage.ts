import { join } from '../join.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { LoggedView } from './LoggedView.ts';
import { loggedBlocks } from './loggedBlocks.ts';

/** What came of logging, where there was no window. */
export function loggedMessage(view: LoggedView): SlackMessage {
  const text = join([mrkdwn`${view.debtorName}:`, ...view.said, ...view.next], ' ');
  return message({ text, blocks: loggedBlocks(view) });
}
