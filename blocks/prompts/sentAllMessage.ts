import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { sendAnywayButton } from './sendAnywayButton.ts';

export interface SentAllView {
  /** how many are on their way */
  readonly sent: number;
  /** what was not sent, and why, as a sentence */
  readonly left: readonly {
    readonly promptId: string;
    readonly debtorName: string;
    readonly why: string;
    /** with a reason it may go all the same */
    readonly mayOverride: boolean;
  }[];
}

/** What *Send all* came to: what may still go by a click stands first, and what does not fit is counted. */
export function sentAllMessage({ sent, left }: SentAllView): SlackMessage {
  const went =
    sent === 0 ? 'Nothing was sent.' : `${sent} ${sent === 1 ? 'reminder is' : 'reminders are'} on the way.`;
  const text =
    left.length === 0 ? went : `${went} ${left.length} ${left.length === 1 ? 'was' : 'were'} left out.`;
  const may = left.filter(({ mayOverride }) => mayOverride);
  const mayNot = left.filter(({ mayOverride }) => !mayOverride);
  return message({
    text,
    blocks: [
      section(text),
      ...[...may, ...mayNot].map((one) =>
        section(
          mrkdwn`• *${one.debtorName}*: ${one.why}`,
          one.mayOverride ? { accessory: sendAnywayButton(one) } : {},
        ),
      ),
    ],
    more: (hidden) =>
      `…and ${hidden} more that were left out. All of them stay on your list: sent one by one from there, each says why it cannot go.`,
  });
}
