import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { divider } from '../divider.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { letterBlocks } from './letterBlocks.ts';

export interface LookView {
  /** what sends it: an action and its value */
  readonly send: { readonly actionId: string; readonly value: string };
  /** what else can be done with it */
  readonly more?: readonly { readonly text: string; readonly actionId: string; readonly value: string }[];
  readonly debtorName: string;
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
  /** it goes with the same words as a PDF letter */
  readonly isLetter: boolean;
  /** what to know before it is sent, such as interest that it does not state */
  readonly warnings?: readonly string[] | undefined;
  /** how it was answered already: nothing is left to send */
  readonly outcome?: string | undefined;
}

/** Exactly what will be mailed, with the button that mails it. */
export function lookView(view: LookView): types.ModalView {
  const { send, more = [], warnings = [], debtorName, to, replyTo, outcome } = view;
  return modal({
    callbackId: 'look',
    title: 'What will be sent',
    close: 'Close',
    blocks: [
      section(mrkdwn`*${debtorName}*\nTo ${to}${replyTo ? `, answers go to ${replyTo}` : ''}`),
      outcome ? section(outcome) : undefined,
      warnings.length > 0 ? section(mrkdwn`:warning: ${join(warnings, ' ')}`) : undefined,
      divider(),
      ...letterBlocks(view),
    ],
    footer: [
      context(
        `${view.isLetter ? 'The same words go along as a PDF letter. ' : ''}Everything is checked once more at the moment of sending.`,
      ),
      outcome
        ? undefined
        : actions([
            button({
              text: 'Send it',
              ...send,
              style: 'primary',
              label: `Send it to ${debtorName}`,
            }),
            ...more.map((each) => button({ ...each, label: `${each.text}: ${debtorName}` })),
          ]),
    ],
  });
}
