import type { Outcome } from '../Delivery.ts';
import type { PayloadOf } from '../OutboxItem.ts';
import type { Sending } from '../Sending.ts';
import type { Posted } from './findPosted.ts';

/** Changes a message that Duly posted. Doing it twice does no harm, so nothing is looked for after a crash. */
export async function deliverUpdate(
  sending: Sending,
  update: PayloadOf<'slack_update'>,
  { channel, ts }: Posted,
): Promise<Outcome> {
  await sending.admit(channel);
  await sending.recheck();
  await sending.begin();
  // Slack keeps the old blocks of some messages when none are given.
  await sending.call('chat.update', { channel, ts, text: update.text, blocks: update.blocks ?? [] });
  return { state: 'sent', result: { channel, ts } };
}
