import { placedMessage } from '../../db/slackMessages.ts';
import { DeliveryFailure } from '../DeliveryFailure.ts';
import type { Sending } from '../Sending.ts';
import type { Posted } from './findPosted.ts';

/** Where the item's message stands. Throws DeliveryFailure `item` when it was never posted. */
export async function postedMessage(sending: Sending): Promise<Posted> {
  const { workspaceId, messageKey: key = '' } = sending.item;
  const message = await sending.read((db) => placedMessage(db, workspaceId, key));
  if (!message) throw new DeliveryFailure('item', 'the message was never posted');
  return { channel: message.channel, ts: message.ts };
}
