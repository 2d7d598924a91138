import { message } from '../../../blocks/message.ts';
import { decideApproval } from '../../useCases/notices/decideApproval.ts';
import type { ActionHandler } from '../handlers.ts';

/** A button of a request for approval; its block's id says what was shown, so that a click on an old text does not count. */
export function approvalDecision(decision: 'approve' | 'decline'): ActionHandler {
  return {
    async run({ deps, workspace, member, now, value, body, answer }) {
      const [clicked] = body.actions;
      const note = await decideApproval(deps.db, {
        workspace,
        approvalId: value,
        member,
        decision,
        via: { kind: 'button', seal: clicked?.block_id ?? '' },
        now,
      });
      if (note) await answer(message({ text: note }));
      deps.wake();
    },
  };
}
