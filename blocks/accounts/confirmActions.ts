import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import { button } from '../button.ts';
import type { AccountView, ConfirmView } from './AccountView.ts';

/** A button for each promise or plan that may be confirmed by mail; several say which. */
export function confirmActions(
  { name }: Pick<AccountView, 'name'>,
  confirms: readonly ConfirmView[] = [],
): types.ActionsBlock | undefined {
  return actions(
    confirms.map(({ promiseId, what }) =>
      button({
        text: confirms.length > 1 ? `Confirm it by email: ${what}` : 'Confirm it by email',
        actionId: `account_confirm:${promiseId}`,
        value: promiseId,
        label: `Confirm it by email: ${what}, ${name}`,
      }),
    ),
  );
}
