import { message, type SlackMessage } from '../message.ts';
import type { AccountView } from './AccountView.ts';
import { type AccountChoices, accountActions } from './accountActions.ts';
import { accountBlocks } from './accountBlocks.ts';
import { inOneBreath } from './inOneBreath.ts';

/** The account as a message to one person. */
export function accountMessage(view: AccountView, choices: AccountChoices): SlackMessage {
  return message({
    text: inOneBreath(view),
    blocks: accountBlocks(view),
    footer: [accountActions(view, choices)],
  });
}
