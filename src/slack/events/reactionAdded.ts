import { decideApproval } from '../../useCases/notices/decideApproval.ts';
import { onReaction } from './onReaction.ts';

/** ✅ or ❌ on a request for approval decides on it. */
export const reactionAdded = onReaction(
  ({ deps, workspace, approvalId, member, decision, ts, eventId, now }) =>
    decideApproval(deps.db, {
      workspace,
      approvalId,
      member,
      decision,
      via: { kind: 'reaction', ts },
      eventId,
      now,
    }),
);
