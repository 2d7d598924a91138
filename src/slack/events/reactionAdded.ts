import { decideApproval } from '../../useCases/notices/decideApproval.ts';
import { onReaction } from './onReaction.ts';

/** ✅ or ❌ on a request for approval decides on it. */
export const reactionAdded = onReaction(
  ({ deps, workspace, approvalId, member, decision, at, eventId, now }) =>
    decideApproval(deps.db, {
      workspace,
      approvalId,
      member,
      decision,
      via: { kind: 'reaction', at },
      eventId,
      now,
    }),
);
