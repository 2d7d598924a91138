import type { Delivered } from './Delivered.ts';
import { DeliveryFailure } from './DeliveryFailure.ts';
import { deliverMail } from './mail/deliverMail.ts';
import type { Sending } from './Sending.ts';
import { deliverDelete } from './slack/deliverDelete.ts';
import { deliverPost } from './slack/deliverPost.ts';
import { deliverUpdate } from './slack/deliverUpdate.ts';
import { postedMessage } from './slack/postedMessage.ts';

/** One attempt at one item. Throws DeliveryFailure and whatever Slack's client or the database throw. */
export async function deliverItem(sending: Sending): Promise<Delivered> {
  const { payload } = sending.item;
  if (payload.kind === 'mail') return { outcome: await deliverMail(sending, payload) };
  const { stopped, beside } = await sending.standing();
  if (stopped !== null) throw new DeliveryFailure('item', `delivery to this place stopped: ${stopped}`);
  switch (payload.kind) {
    case 'slack_post':
    case 'slack_file':
      return deliverPost(sending, payload, beside);
    case 'slack_update':
      return { outcome: await deliverUpdate(sending, payload, postedMessage(beside)) };
    case 'slack_delete':
      return deliverDelete(sending, postedMessage(beside));
  }
}
