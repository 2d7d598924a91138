import type { Tx } from '../../db/client.ts';
import { claimInbound } from '../../db/inboundEvents.ts';

/** Whether Slack delivers this reaction for the first time; one that comes without an event id always counts as first. */
export async function firstDelivery(
  tx: Tx,
  { workspaceId, eventId, now }: { workspaceId: string; eventId: string | undefined; now: Date },
): Promise<boolean> {
  if (eventId === undefined) return true;
  return claimInbound(tx, { workspaceId, key: eventId, kind: 'reaction', receivedAt: now });
}
