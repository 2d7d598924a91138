import { message } from '../../../blocks/message.ts';
import { approvalsChannel } from '../../useCases/notices/approvalPlace.ts';
import { proposeNotice } from '../../useCases/notices/proposeNotice.ts';
import type { ActionHandler } from '../handlers.ts';
import { learnChannel } from '../learnChannel.ts';
import { requireMail } from '../requireMail.ts';

/** "Ask for approval" on a last call; the value is the prompt's id. */
export const promptAskApproval: ActionHandler = {
  async run({ deps, workspace, member, client, now, value, answer }) {
    requireMail(deps);
    // who reads the request is asked now: a private individual is named in a private channel only
    await learnChannel({ deps, client, workspaceId: workspace.id }, approvalsChannel(workspace));
    const { said } = await proposeNotice(deps.db, { workspace, promptId: value, member, now });
    deps.wake();
    await answer(message({ text: said }));
  },
};
