import type { ActionHandler } from '../handlers.ts';
import { statementView } from '../statementView.ts';

/** Shows the statement of an account; the value is the debtor's id. */
export const openStatement: ActionHandler = {
  opens: 'Statement of account',
  async run(request) {
    const { value, viewId = '', showView } = request;
    await showView(viewId, await statementView(request, value));
  },
};
