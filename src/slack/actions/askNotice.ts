import { askForNotice } from '../../useCases/notices/askForNotice.ts';
import type { ActionHandler } from '../handlers.ts';
import { requestApproval } from '../requestApproval.ts';

/** The account of a notice, chosen from several that fit; the value is its id. */
export const askNotice: ActionHandler = {
  async run(request) {
    const { deps, workspace, member, now, value: debtorId } = request;
    await requestApproval(request, () => askForNotice(deps.db, { workspace, debtorId, member, now }));
  },
};
