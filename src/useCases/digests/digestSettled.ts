import { dayOf } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { forgetDigest } from '../../db/forgetDigest.ts';
import type { Outcome } from '../../delivery/Delivery.ts';
import type { OutboxItem } from '../../delivery/outboxItemOf.ts';

/**
 * What changing a digest came to, in the transaction that records it. One that somebody deleted is forgotten, so that the heartbeat posts it anew with
 * its thread: its readers may have lost it by mistake. One that is deleted a second time is not wanted and rests.
 */
export async function digestSettled(
  tx: Tx,
  { item, outcome }: { item: Pick<OutboxItem, 'workspaceId' | 'about'>; outcome: Outcome },
): Promise<void> {
  if (item.about?.kind !== 'digest' || outcome.state !== 'failed') return;
  if (!outcome.why?.startsWith('message_not_found')) return;
  const [kind = '', on = ''] = item.about.id.split(':');
  await forgetDigest(tx, { workspaceId: item.workspaceId, kind, on: dayOf(on) });
}
