import type { Tx } from '../../db/client.ts';
import { claimInbound, inboundKeys } from '../../db/inboundEvents.ts';

/** A reaction of one member on a request, put on or taken off. */
export interface ReactionEvent {
  readonly workspaceId: string;
  readonly approvalId: string;
  readonly memberId: string;
  readonly decision: 'approve' | 'decline';
  /** Slack's `event_ts`: later events of a workspace have greater ones */
  readonly ts: string;
}

/** Remembers that a reaction was taken off, so that the event of putting it on may come after that. */
export async function rememberTakenOff(tx: Tx, reaction: ReactionEvent, now: Date): Promise<void> {
  const { workspaceId, ts } = reaction;
  await claimInbound(tx, { workspaceId, key: keyOf(reaction) + ts, kind: 'reaction', receivedAt: now });
}

/** Whether a reaction was taken off after it was put on at that time: Slack promises no order of its events. */
export async function wasTakenOff(tx: Tx, reaction: ReactionEvent): Promise<boolean> {
  const key = keyOf(reaction);
  const taken = await inboundKeys(tx, reaction.workspaceId, key);
  return taken.some((other) => Number(other.slice(key.length)) > Number(reaction.ts));
}

function keyOf({ approvalId, memberId, decision }: ReactionEvent): string {
  return `taken-off ${approvalId} ${memberId} ${decision} `;
}
