import type { types } from '@slack/bolt';
import { externalSelect } from '../elements/externalSelect.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const COPY_TITLE = 'Copy of an invoice';

/** Asks which open invoice a dropped PDF is the copy of. */
export function copyModal({ metadata, fileName }: { metadata: string; fileName: string }): types.ModalView {
  return modal({
    callbackId: 'copy_invoice',
    title: COPY_TITLE,
    submit: 'Keep',
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`*${fileName}* goes along with the reminders before and on the due date of one invoice.`),
      input({
        blockId: 'invoice',
        label: 'Invoice',
        hint: 'A piece of its number or of the customer’s name; those that are open',
        element: externalSelect({ actionId: 'invoice_search', placeholder: 'Start to type', focus: true }),
      }),
    ],
  });
}
