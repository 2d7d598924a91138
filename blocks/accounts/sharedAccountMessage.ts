import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import type { Text } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { AccountView } from './AccountView.ts';
import { accountBlocks } from './accountBlocks.ts';
import { inOneBreath } from './inOneBreath.ts';

/** The account as a channel sees it: for whom, as at when, and a button that opens it as it stands then. */
export function sharedAccountMessage(view: AccountView, footnote: Text): SlackMessage {
  return message({
    text: inOneBreath(view),
    blocks: accountBlocks(view),
    footer: [
      actions([
        button({
          text: 'Open account',
          actionId: 'open_account',
          value: view.debtorId,
          label: `Open account: ${view.name}`,
        }),
      ]),
      context(mrkdwn`${footnote}`),
    ],
  });
}
