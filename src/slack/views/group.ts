import { z } from 'zod';
import { GROUP_TITLE } from '../../../blocks/accounts/groupModal.ts';
import { groupSetView } from '../../../blocks/accounts/groupSetView.ts';
import { join } from '../../../blocks/join.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { groupName } from '../../core/groupName.ts';
import { type GroupSet, setGroup } from '../../useCases/groups/setGroup.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string(), debtorName: z.string() });

/** The group of an account, as submitted: what it is in now is said, and who looks after it where that changed. */
export const group: ViewHandler = {
  check(view) {
    const read = groupName(stateOf(view).text('group'));
    if ('error' in read) return { errors: { group: read.error } };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { debtorId, debtorName } = decodeMetadata(remembered, view.private_metadata);
        const done = await setGroup(deps.db, { workspace, member, debtorId, name: read.name, now });
        deps.wake();
        const { changeId } = done;
        await showView(groupSetView(said(debtorName, done), changeId ? { changeId, debtorName } : undefined));
      },
    };
  },
  saving: (view) => savingView(GROUP_TITLE, [['Group', stateOf(view).text('group')]]),
  again: refilled,
};

function said(debtorName: string, { group: name, others, newOwner, prompts }: GroupSet) {
  if (name === undefined) return mrkdwn`*${debtorName}* is in no group. Its owner stays.`;
  const beside = others === 0 ? 'as the first account of it' : `with ${counted(others, 'other account')}`;
  return join(
    [
      mrkdwn`*${debtorName}* is in the group “${name}” ${beside}.`,
      newOwner && mrkdwn`A group has one owner: ${newOwner} looks after all of it now.`,
      newOwner && prompts > 0 && `${counted(prompts, 'open prompt')} went along.`,
    ].filter((part) => part !== undefined && part !== false),
    ' ',
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
