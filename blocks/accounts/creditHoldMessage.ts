import { button } from '../button.ts';
import type { Text } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** A credit hold that began or ended, as the account managers are told; plain data. */
export interface CreditHoldNews {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly what: 'set' | 'released';
  readonly invoiceNumber: string;
  /** the day, in the reader's manner */
  readonly on: string;
  readonly by: Text;
  /** why it was released */
  readonly reason?: string | undefined;
}

/** Tells those who own the customer relationship whether further orders are supplied. */
export function creditHoldMessage(news: CreditHoldNews): SlackMessage {
  const { debtorId, debtorName, what, invoiceNumber, on, by, reason } = news;
  const isSet = what === 'set';
  const heading = isSet ? 'On credit hold' : 'Credit hold released';
  const said = isSet
    ? mrkdwn`Since ${on} no further orders are supplied until invoice ${invoiceNumber} is paid or instalments are agreed. Recorded by ${by}.`
    : mrkdwn`From ${on} on orders are supplied again. Recorded by ${by}.${reason ? mrkdwn` ${reason}.` : ''}`;
  return message({
    text: mrkdwn`${heading}: ${debtorName}. ${said}`,
    blocks: [
      section(mrkdwn`*${heading}: ${debtorName}*\n${said}`, {
        accessory: button({
          text: 'Open account',
          actionId: 'open_account',
          value: debtorId,
          label: `Open account: ${debtorName}`,
        }),
      }),
    ],
  });
}
