import type { Outcome } from './Delivery.ts';
import { DeliveryFailure } from './DeliveryFailure.ts';
import { deliverMail } from './mail/deliverMail.ts';
import type { Sending } from './Sending.ts';
import { deliverDelete } from './slack/deliverDelete.ts';
import { deliverPost } from './slack/deliverPost.ts';
import { deliverUpdate } from './slack/deliverUpdate.ts';
import { stopOf } from './stops.ts';

/** One attempt at one item. Throws DeliveryFailure and whatever Slack's client or the database throw. */
export async function deliverItem(sending: Sending): Promise<Outcome> {
  const { workshop, item } = sending;
  const { payload } = item;
  if (payload.kind === 'mail') return deliverMail(sending, payload);
  const now = workshop.options.clock.now();
  const stopped = await sending.read((db) => stopOf(db, item, now));
  if (stopped !== undefined) throw new DeliveryFailure('item', `delivery to this place stopped: ${stopped}`);
  switch (payload.kind) {
    case 'slack_post':
    case 'slack_file':
      return deliverPost(sending, payload);
    case 'slack_update':
      return deliverUpdate(sending, payload);
    case 'slack_delete':
      return deliverDelete(sending);
  }
}
