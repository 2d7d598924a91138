import type { Tx } from '../db/client.ts';
import type { Outcome } from '../delivery/Delivery.ts';
import type { OutboxItem } from '../delivery/outboxItemOf.ts';
import { digestSettled } from './digests/digestSettled.ts';
import { noticeSettled } from './notices/noticeSettled.ts';

/** Tells whatever it was about how sending an item ended, in the transaction that records it. Told twice, it does nothing the second time. */
export async function settled(
  tx: Tx,
  sent: { item: Pick<OutboxItem, 'workspaceId' | 'about'>; outcome: Outcome; now: Date },
): Promise<void> {
  await noticeSettled(tx, sent);
  await digestSettled(tx, sent);
}
