import { whyModal } from '../../../blocks/accounts/whyModal.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { explainDecision } from '../../useCases/accounts/explainDecision.ts';
import { whyView } from '../../useCases/accounts/whyView.ts';
import type { ActionHandler } from '../handlers.ts';

/** Why, today, in a window; the value is the debtor's id. */
export const whyAccount: ActionHandler = {
  opens: 'Why?',
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    const on = todayOf(workspace, now);
    const explanation = await explainDecision(deps.db, { workspace, debtorId: value, on, now });
    await showView(viewId, whyModal(whyView(explanation, member.locale)));
  },
};
