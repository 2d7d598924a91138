import type { PlacedMessage } from '../../db/slackMessages.ts';
import { DeliveryFailure } from '../DeliveryFailure.ts';
import type { Posted } from './findPosted.ts';

/** Where the message stands that an item changes. Throws DeliveryFailure `item` when it was never posted. */
export function postedMessage(message: PlacedMessage | null): Posted {
  if (!message) throw new DeliveryFailure('item', 'the message was never posted');
  return { channel: message.channel, ts: message.ts };
}
