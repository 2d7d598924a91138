import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { WhyView } from './WhyView.ts';
import { whyBlocks } from './whyBlocks.ts';

/** Why, as a message to one person. */
export function whyMessage(view: WhyView): SlackMessage {
  return message({ text: mrkdwn`${view.debtorName}, ${view.day}: ${view.answer}`, blocks: whyBlocks(view) });
}
