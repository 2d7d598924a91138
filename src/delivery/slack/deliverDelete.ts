import type { Outcome } from '../Delivery.ts';
import type { Sending } from '../Sending.ts';
import { postedMessage } from './postedMessage.ts';
import { slackCode } from './slackFailure.ts';

/** Takes a message away. One that is gone already is as good as deleted. */
export async function deliverDelete(sending: Sending): Promise<Outcome> {
  const { channel, ts } = await postedMessage(sending);
  await sending.recheck();
  await sending.begin();
  try {
    await sending.call('chat.delete', { channel, ts });
  } catch (error) {
    if (slackCode(error) !== 'message_not_found') throw error;
  }
  const { workspaceId } = sending.item;
  await sending.save({}, (tx) => tx.prisma.slackMessage.deleteMany({ where: { workspaceId, channel, ts } }));
  return { state: 'sent', result: { channel, ts } };
}
