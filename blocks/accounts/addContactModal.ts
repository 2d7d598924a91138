import type { types } from '@slack/bolt';
import { button } from '../button.ts';
import { join } from '../join.ts';
import type { Text } from '../Markup.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { type ContactForm, contactFields } from './contactFields.ts';

/** What the window of an account's contacts is called. */
export const CONTACTS_TITLE = 'Contacts';

/** More than so many people are not looked for in a window. */
const LISTED = 30;

/** Somebody on file, to be changed. */
export interface KnownContact {
  readonly contactId: string;
  readonly name: string;
  /** role, numbers and address, and what they refused */
  readonly about: Text;
}

/** Who is on file at a debtor, each to be changed, and the form for somebody new. */
export function addContactModal(
  about: { debtorName: string; metadata: string; known?: readonly KnownContact[] | undefined },
  filled: Partial<ContactForm> = {},
): types.ModalView {
  const { debtorName, metadata, known = [] } = about;
  return modal({
    callbackId: 'add_contact',
    title: CONTACTS_TITLE,
    submit: 'Add contact',
    close: 'Cancel',
    metadata,
    blocks: [
      ...known.slice(0, LISTED).map(({ contactId, name, about: words }) =>
        section(join([mrkdwn`*${name}*`, words]), {
          accessory: button({
            text: 'Change',
            actionId: 'edit_contact',
            value: contactId,
            label: `Change: ${name}`,
          }),
        }),
      ),
      section(mrkdwn`Somebody new at *${debtorName}*: a telephone number or an email address is enough.`),
      ...contactFields(filled),
    ],
  });
}
