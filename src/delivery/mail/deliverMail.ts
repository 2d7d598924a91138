import { invoiceCopyContent } from '../../db/invoiceCopies.ts';
import type { Outcome } from '../Delivery.ts';
import { DeliveryFailure } from '../DeliveryFailure.ts';
import type { PayloadOf } from '../OutboxItem.ts';
import type { Sending } from '../Sending.ts';
import type { OutgoingFile } from './MailTransport.ts';
import { messageId } from './messageId.ts';

/**
 * Sends a mail at most once: an attempt whose outcome nobody knows is `unsure`, and a person is asked instead of a letter
 * sent twice. Mails have slots of their own, so that a slow mail server holds up no message.
 */
export async function deliverMail(sending: Sending, mail: PayloadOf<'mail'>): Promise<Outcome> {
  const { options, mailSlots, signal } = sending.workshop;
  const transport = options.mail;
  if (sending.row.progress?.trying) throw new DeliveryFailure('unsure', 'Duly was interrupted while sending');
  if (!transport) throw new DeliveryFailure('item', 'no mail server is configured');
  const from = mail.from ?? transport.from;
  if (!from) throw new DeliveryFailure('item', 'the mail has no sender');
  const id = messageId(sending.item.workspaceId, sending.item.key, from.email);
  return mailSlots.run(async () => {
    signal.throwIfAborted();
    const attachments = await filesOf(sending, mail);
    await askOnceMore(sending);
    try {
      const receipt = await transport.send({ ...mail, attachments, from, messageId: id });
      return { state: 'sent', result: { messageId: id, ...receipt } };
    } catch (error) {
      if (error instanceof DeliveryFailure && error.kind === 'passing') await sending.save({ trying: false });
      if (error instanceof DeliveryFailure) throw error;
      throw new DeliveryFailure('unsure', error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    }
  });
}

/** Throws DeliveryFailure `cancelled` where what the mail says it brings is not on file any more. */
async function filesOf(sending: Sending, { attachments }: PayloadOf<'mail'>): Promise<OutgoingFile[]> {
  const files: OutgoingFile[] = [];
  for (const { filename, contentType, ...what } of attachments) {
    const content =
      'contentBase64' in what
        ? Buffer.from(what.contentBase64, 'base64')
        : await sending.read((db) =>
            invoiceCopyContent(db, {
              workspaceId: sending.item.workspaceId,
              invoiceId: what.copyOfInvoice,
              debtorId: what.debtorId,
            }),
          );
    if (!content)
      throw new DeliveryFailure(
        'cancelled',
        'the copy of an invoice that goes along is not on file any more',
      );
    files.push({ filename, contentType, content });
  }
  return files;
}

/**
 * The attempt is noted before the last question is asked: whoever stops the mail either did so before and is heard here, or
 * sees that it is going out.
 */
async function askOnceMore(sending: Sending): Promise<void> {
  await sending.begin();
  try {
    await sending.recheck();
  } catch (error) {
    await sending.save({ trying: false });
    throw error;
  }
}
