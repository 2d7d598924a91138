import type { Outcome } from '../Delivery.ts';
import { DeliveryFailure } from '../DeliveryFailure.ts';
import type { PayloadOf } from '../OutboxItem.ts';
import type { Sending } from '../Sending.ts';
import { messageId } from './messageId.ts';

/**
 * Sends a mail at most once: an attempt whose outcome nobody knows is `unsure`, and a person is asked instead of a letter
 * sent twice.
 */
export async function deliverMail(sending: Sending, mail: PayloadOf<'mail'>): Promise<Outcome> {
  const { options, slots } = sending.workshop;
  const transport = options.mail;
  if (sending.progress.trying) throw new DeliveryFailure('unsure', 'Duly was interrupted while sending');
  if (!transport) throw new DeliveryFailure('item', 'no mail server is configured');
  const from = mail.from ?? transport.from;
  if (!from) throw new DeliveryFailure('item', 'the mail has no sender');
  await sending.recheck();
  await sending.begin();
  const id = messageId(sending.item.workspaceId, sending.item.key, from.email);
  try {
    const receipt = await slots.run(() => transport.send({ ...mail, from, messageId: id }));
    return { state: 'sent', result: { messageId: id, ...receipt } };
  } catch (error) {
    if (error instanceof DeliveryFailure && error.kind === 'passing') await sending.save({ trying: false });
    if (error instanceof DeliveryFailure) throw error;
    throw new DeliveryFailure('unsure', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
