import { inFileName } from '../../core/inFileName.ts';
import type { Tx } from '../../db/client.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { isLetter } from './isLetter.ts';
import { mailKey } from './mailKey.ts';
import { pdfName } from './pdfName.ts';

/**
 * Hands a stored notice to delivery: once, whatever calls it again, and asked about again at the moment of sending. `built`
 * is the notice that was stored.
 */
export async function queueMail(
  tx: Tx,
  { notice, built, now }: { notice: Notice; built: BuiltNotice; now: Date },
): Promise<void> {
  const { recipient, sender, rendered, data } = built;
  await enqueue(
    tx,
    {
      workspaceId: notice.workspaceId,
      key: mailKey(notice.id),
      payload: {
        kind: 'mail',
        to: [{ name: recipient.name, email: recipient.email }],
        ...(sender && { from: sender, replyTo: sender }),
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        attachments: [...(isLetter(data.kind) ? [await letterFile(built)] : []), ...copiesOf(notice, built)],
      },
      check: { kind: 'notice', id: notice.id },
      about: { kind: 'notice', id: notice.id },
    },
    now,
  );
}

async function letterFile({ pdf, data }: BuiltNotice) {
  const content = await pdf();
  return {
    filename: pdfName(data),
    contentType: 'application/pdf',
    contentBase64: content.toString('base64'),
  };
}

/** The bytes are read at the moment of sending. */
function copiesOf({ debtorId }: Notice, { data, figures }: BuiltNotice) {
  return figures.invoices
    .filter(({ number }) => data.copies?.includes(number))
    .map(({ id, number }) => ({
      filename: `invoice-${inFileName(number)}.pdf`,
      contentType: 'application/pdf',
      copyOfInvoice: id,
      debtorId,
    }));
}
