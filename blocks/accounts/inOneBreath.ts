import { join } from '../join.ts';
import type { Text } from '../Markup.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { AccountView } from './AccountView.ts';

/** The account as a sentence, for notifications and screen readers. */
export function inOneBreath(view: AccountView): Text {
  const owed = view.balances.map(({ overdue, total }) => `${overdue} overdue of ${total}`);
  const balance = owed.length > 0 ? join(owed, ', ') : 'nothing open';
  return mrkdwn`${view.name}: ${balance}. Stage: ${view.stage}. Next: ${view.next}`;
}
