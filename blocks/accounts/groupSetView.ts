import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import { button } from '../button.ts';
import type { Text } from '../Markup.ts';
import { modal } from '../modal.ts';
import { section } from '../section.ts';
import { GROUP_TITLE } from './groupModal.ts';

/** What an account's group is now, with Undo where something changed. */
export function groupSetView(
  said: Text,
  undo: { readonly changeId: string; readonly debtorName: string } | undefined,
): types.ModalView {
  const takeBack =
    undo &&
    button({
      text: 'Undo',
      actionId: 'undo_group',
      value: undo.changeId,
      label: `Undo: the group of ${undo.debtorName}`,
    });
  return modal({
    callbackId: 'group_set',
    title: GROUP_TITLE,
    close: 'Close',
    blocks: [section(said), ...(takeBack ? [actions([takeBack])] : [])],
  });
}
