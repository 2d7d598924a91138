import { takeBackDecision } from '../../useCases/notices/takeBackDecision.ts';
import { onReaction } from './onReaction.ts';

/** A ✅ taken off a request for approval in time stops it. */
export const reactionRemoved = onReaction(
  ({ deps, workspace, approvalId, member, decision, ts, eventId, now }) =>
    takeBackDecision(deps.db, { workspace, approvalId, member, decision, ts, eventId, now }),
);
