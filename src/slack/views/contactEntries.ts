import type { ViewOutput } from '@slack/bolt';
import type { ContactForm } from '../../../blocks/accounts/contactFields.ts';
import { type ContactRole, contactRoles } from '../../useCases/contacts/addContact.ts';
import { stateOf } from './stateOf.ts';

/** What stands in the fields of a contact, as typed. */
export function contactEntries(view: ViewOutput): ContactForm {
  const { text, choice } = stateOf(view);
  return {
    name: text('name'),
    role: choice('role'),
    phone: text('phone'),
    mobile: text('mobile'),
    email: text('email'),
  };
}

/** A contact as entered, or what is wrong with it, by field. */
export function checkContact(
  form: ContactForm,
):
  | { readonly errors: Record<string, string> }
  | { readonly contact: Omit<ContactForm, 'role'> & { readonly role: ContactRole } } {
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
  return !role || Object.keys(errors).length > 0 ? { errors } : { contact: { ...form, role } };
}

function isNumber(phone: string): boolean {
  return /^\+?[\d\s()./-]+(?:\s*(?:x|ext\.?)\s*\d+)?$/i.test(phone) && phone.replace(/\D/g, '').length >= 5;
}
