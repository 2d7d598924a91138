import { CALL_LOG_TITLE } from '../../../blocks/calls/callLogView.ts';
import type { ActionHandler } from '../handlers.ts';
import { callLogFor } from '../views/callLogFor.ts';

/** Opens the call log for an account; the value is the debtor's id. */
export const logCall: ActionHandler = {
  opens: CALL_LOG_TITLE,
  async run(request) {
    const { value, viewId = '', showView } = request;
    await showView(viewId, await callLogFor(request, { debtorId: value, first: true }));
  },
};
