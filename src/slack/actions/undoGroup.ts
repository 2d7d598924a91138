import { join } from '../../../blocks/join.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { type GroupUndone, undoGroup as undo } from '../../useCases/groups/undoGroup.ts';
import type { ActionHandler } from '../handlers.ts';

/** Takes a change of an account's group back, and says so in the place of what was changed. The value is the change's id. */
export const undoGroup: ActionHandler = {
  async run({ deps, workspace, member, now, value, body, replace, showView }) {
    const undone = await undo(deps.db, { workspace, member, changeId: value, now });
    deps.wake();
    if (body.view?.type === 'modal') await showView(body.view.id, sentenceView('Undo', said(undone)));
    else await replace(message({ text: said(undone) }));
  },
};

function said({ debtorName, isBack, group, owner, prompts }: GroupUndone) {
  if (!isBack) return mrkdwn`Nothing to take back: the group of *${debtorName}* was changed since.`;
  return join(
    [
      group === undefined
        ? mrkdwn`Taken back: *${debtorName}* is in no group.`
        : mrkdwn`Taken back: *${debtorName}* is in the group “${group}”.`,
      owner && mrkdwn`${owner} looks after it again.`,
      owner && prompts > 0 && `${prompts === 1 ? '1 open prompt' : `${prompts} open prompts`} went back.`,
    ].filter((part) => part !== undefined && part !== false),
    ' ',
  );
}
