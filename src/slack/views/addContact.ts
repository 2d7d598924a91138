import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { addContactModal, type ContactForm } from '../../../blocks/accounts/addContactModal.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { addContact as add, contactRoles } from '../../useCases/contacts/addContact.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string(), debtorName: z.string() });

/** A submitted contact. */
export const addContact: ViewHandler = {
  check(view) {
    const form = formOf(view);
    const errors: Record<string, string> = {};
    if (form.name === '') errors.name = 'Who is it? A name, or what the mailbox is called.';
    for (const field of ['phone', 'mobile'] as const) {
      if (form[field] !== '' && !isNumber(form[field])) {
        errors[field] = 'That is no telephone number: write it like +44 20 7946 0000.';
      }
    }
    if (form.phone === '' && form.mobile === '' && form.email === '') {
      errors.email = 'Enter a telephone number or an email address.';
    }
    const role = contactRoles.find((known) => known === form.role);
    if (!role) errors.role = 'Choose a role.';
    if (!role || Object.keys(errors).length > 0) return { errors };
    return {
      async save({ deps, workspace, member, now, key, showView }) {
        const { debtorId, debtorName } = memoryOf(view);
        const { name, phone, mobile, email } = form;
        const contact = { name, role, phone, mobile, email };
        await add(deps.db, { workspace, member, debtorId, contact, key, now });
        deps.wake();
        await showView(
          sentenceView(
            'Contact added',
            mrkdwn`${name} is on file for *${debtorName}* and is offered from now on.`,
          ),
        );
      },
    };
  },
  saving(view) {
    const { name, phone, mobile, email } = formOf(view);
    return savingView('Add a contact', [
      ['Name', name],
      ['Telephone', phone],
      ['Mobile', mobile],
      ['Email', email],
    ]);
  },
  again(view) {
    const { debtorName } = memoryOf(view);
    return addContactModal({ debtorName, metadata: view.private_metadata }, formOf(view));
  },
};

function memoryOf(view: ViewOutput) {
  return decodeMetadata(remembered, view.private_metadata);
}

function formOf(view: ViewOutput): ContactForm {
  const { text, choice } = stateOf(view);
  return {
    name: text('name'),
    role: choice('role'),
    phone: text('phone'),
    mobile: text('mobile'),
    email: text('email'),
  };
}

function isNumber(phone: string): boolean {
  return /^\+?[\d\s()./-]+(?:\s*(?:x|ext\.?)\s*\d+)?$/i.test(phone) && phone.replace(/\D/g, '').length >= 5;
}
