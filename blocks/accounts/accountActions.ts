import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import { button } from '../button.ts';

export interface AccountChoices {
  /** the reader may log calls and keep contacts */
  readonly mayLog: boolean;
  /** the account may be shown to the channel it was asked for in */
  readonly mayShare?: boolean;
}

/** What can be done from an account; each button carries the debtor's id alone. */
export function accountActions(
  { debtorId, name }: { debtorId: string; name: string },
  { mayLog, mayShare = false }: AccountChoices,
): types.ActionsBlock | undefined {
  const one = (text: string, actionId: string, style?: 'primary') =>
    button({ text, actionId, value: debtorId, label: `${text}: ${name}`, ...(style && { style }) });
  return actions([
    mayLog ? one('Log a call', 'log_call', 'primary') : undefined,
    mayLog ? one('Add a contact', 'add_contact') : undefined,
    one('Why?', 'why_account'),
    mayShare ? one('Share to channel', 'share_account') : undefined,
  ]);
}
