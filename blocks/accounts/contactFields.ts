import type { types } from '@slack/bolt';
import { emailInput } from '../elements/emailInput.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';

/** What the form holds; texts as typed. */
export interface ContactForm {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
}

const roles = [
  {
    value: 'payables',
    text: 'Accounts payable',
    description: 'Pays the invoices; a private customer themself',
  },
  { value: 'director', text: 'Director or owner', description: 'Decides whether they are paid' },
  {
    value: 'alternate',
    text: 'Somebody else in the business',
    description: 'Reached when the others do not answer',
  },
  { value: 'other', text: 'Other', description: 'For a private customer: found, never told' },
];

/** Who somebody at a debtor is, and how to reach them. Block and action ids are the fields' names. */
export function contactFields(filled: Partial<ContactForm>): types.InputBlock[] {
  return [
    input({
      blockId: 'name',
      label: 'Name',
      element: textInput({ actionId: 'name', initial: filled.name, maxLength: 120 }),
    }),
    input({
      blockId: 'role',
      label: 'Role',
      element: select({ actionId: 'role', choices: roles, initial: filled.role ?? 'payables' }),
    }),
    input({
      blockId: 'phone',
      label: 'Telephone',
      optional: true,
      element: textInput({
        actionId: 'phone',
        initial: filled.phone,
        placeholder: '+44 20 7946 0000',
        maxLength: 40,
      }),
    }),
    input({
      blockId: 'mobile',
      label: 'Mobile',
      optional: true,
      element: textInput({ actionId: 'mobile', initial: filled.mobile, maxLength: 40 }),
    }),
    input({
      blockId: 'email',
      label: 'Email',
      optional: true,
      element: emailInput({ actionId: 'email', initial: filled.email }),
    }),
  ];
}
