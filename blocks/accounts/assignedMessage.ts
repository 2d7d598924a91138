import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export interface AssignedView {
  /** what Undo takes back; undefined: nothing changed */
  readonly assignmentId: string | undefined;
  /** the account, or whose accounts */
  readonly what: string;
  readonly to: string;
  readonly deputy?: string | undefined;
  readonly accounts: number;
  /** open prompts that went along */
  readonly prompts: number;
  /** the account's group, which has one owner: its name */
  readonly group?: string | undefined;
  /** that the new owner is away, as a clause */
  readonly away?: string | undefined;
}

/** Who looks after an account, or several, from now on. */
export function assignedMessage({
  assignmentId,
  what,
  to,
  deputy,
  group,
  away,
  ...view
}: AssignedView): SlackMessage {
  if (assignmentId === undefined) {
    return message({ text: mrkdwn`Nothing to change: ${to} has ${what} already, or there are none.` });
  }
  const along = view.prompts === 1 ? ' 1 open prompt goes along.' : ` ${view.prompts} open prompts go along.`;
  const others = view.accounts > 1 && group !== undefined;
  const withGroup = others ? mrkdwn` and all of its group “${group}”` : '';
  const many = view.accounts > 1 ? ` (${view.accounts})` : '';
  const standsIn = deputy ? `, with ${deputy} as deputy` : '';
  const meanwhile = away ? mrkdwn` ${away}: what is asked goes to the deputy or to a manager meanwhile.` : '';
  const text = mrkdwn`${to} looks after ${what}${withGroup}${many} now${standsIn}.${view.prompts > 0 ? along : ''}${meanwhile}`;
  const undo = button({
    text: 'Undo',
    actionId: 'undo_assignment',
    value: assignmentId,
    label: `Undo: ${what}`,
  });
  return message({ text, blocks: [section(text), actions([undo])] });
}
