import { button } from '../button.ts';
import { context } from '../context.ts';
import type { Text } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export interface PickDebtorView {
  /** "Several accounts fit “acme”. Which one do you mean?" */
  readonly question: Text;
  readonly debtors: readonly { readonly id: string; readonly name: string; readonly about: string }[];
  /** what a click does with the account: an action id and what its button says */
  readonly choose: { readonly actionId: string; readonly text: string };
  /** more fit than are listed */
  readonly more: boolean;
}

/** A short pick list of accounts, each with a button: never a guess. */
export function pickDebtorMessage({ question, debtors, choose, more }: PickDebtorView): SlackMessage {
  return message({
    text: question,
    blocks: [
      section(question),
      ...debtors.map(({ id, name, about }) =>
        section(mrkdwn`*${name}*\n${about}`, {
          accessory: button({ ...choose, value: id, label: `${choose.text}: ${name}` }),
        }),
      ),
    ],
    footer: [more ? context('More fit: add another word, or the account number.') : undefined],
  });
}
