import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { addContactModal, CONTACTS_TITLE } from '../../../blocks/accounts/addContactModal.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { addContact as add } from '../../useCases/contacts/addContact.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { checkContact, contactEntries } from './contactEntries.ts';

const remembered = z.object({ debtorId: z.string(), debtorName: z.string() });

/** A submitted contact. */
export const addContact: ViewHandler = {
  check(view) {
    const checked = checkContact(contactEntries(view));
    if ('errors' in checked) return checked;
    const { contact } = checked;
    return {
      async save({ deps, workspace, member, now, key, showView }) {
        const { debtorId, debtorName } = memoryOf(view);
        await add(deps.db, { workspace, member, debtorId, contact, key, now });
        deps.wake();
        await showView(
          sentenceView(
            'Contact added',
            mrkdwn`${contact.name} is on file for *${debtorName}* and is offered from now on.`,
          ),
        );
      },
    };
  },
  saving(view) {
    const { name, phone, mobile, email } = contactEntries(view);
    return savingView(CONTACTS_TITLE, [
      ['Name', name],
      ['Telephone', phone],
      ['Mobile', mobile],
      ['Email', email],
    ]);
  },
  again(view) {
    const { debtorName } = memoryOf(view);
    return addContactModal({ debtorName, metadata: view.private_metadata }, contactEntries(view));
  },
};

function memoryOf(view: ViewOutput) {
  return decodeMetadata(remembered, view.private_metadata);
}
