import { proposeNotice } from '../../useCases/notices/proposeNotice.ts';
import type { ActionHandler } from '../handlers.ts';
import { requestApproval } from '../requestApproval.ts';

/** "Ask for approval" on a last call; the value is the prompt's id. */
export const promptAskApproval: ActionHandler = {
  async run(request) {
    const { deps, workspace, member, now, value: promptId } = request;
    await requestApproval(request, () => proposeNotice(deps.db, { workspace, promptId, member, now }));
  },
};
