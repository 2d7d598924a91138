import { z } from 'zod';
import { DulyError } from '../../core/DulyError.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { findApprovalAt } from '../../useCases/notices/approvalPlace.ts';
import { decisionOf } from '../../useCases/notices/decisionEmoji.ts';
import { ensureMember } from '../../useCases/workspaces/ensureMember.ts';
import type { EventHandler, EventRequest } from '../handlers.ts';
import { privateNote } from '../privateNote.ts';

const reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
  event_ts: z.string(),
});

/** A reaction with ✅ or ❌ on one of our requests for approval. */
export interface DecisionReaction extends EventRequest {
  readonly approvalId: string;
  readonly member: Member;
  readonly decision: 'approve' | 'decline';
  /** Slack's `event_ts` of it */
  readonly ts: string;
}

/**
 * Makes a handler of reactions on requests for approval; every other reaction is none of our business. What it answers, and
 * why somebody may not decide, is told to that person alone.
 */
export function onReaction(decide: (put: DecisionReaction) => Promise<string | undefined>): EventHandler {
  return async (request) => {
    const { deps, workspace, client, now, botUserId } = request;
    const { user, reaction: emoji, item, event_ts } = reaction.parse(request.event);
    const decision = decisionOf(emoji);
    if (!decision || user === botUserId || !item.channel || !item.ts) return;
    const place = { channel: item.channel, ts: item.ts };
    const approvalId = await findApprovalAt(deps.db, workspace.id, place);
    if (!approvalId) return;
    const tell = (sentence: string) => privateNote(client, { channel: place.channel, user }, sentence);
    try {
      const member = await ensureMember(deps.db, { workspace, slackUserId: user, client, now });
      const note = await decide({ ...request, approvalId, member, decision, ts: event_ts });
      if (note) await tell(note);
      deps.wake();
    } catch (error) {
      if (error instanceof DulyError) await tell(error.userMessage);
      throw error;
    }
  };
}
