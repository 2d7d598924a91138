import type { types } from '@slack/bolt';
import { checkboxes } from '../elements/checkboxes.ts';
import { emailInput } from '../elements/emailInput.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { header } from '../header.ts';
import { type InputOptions, input } from '../input.ts';
import { modal } from '../modal.ts';
import type { LetterheadForm, LetterheadView } from './LetterheadForm.ts';

type Field = Exclude<keyof LetterheadForm, 'isClient'>;
type Ask = Partial<Pick<InputOptions, 'hint' | 'optional'>> & { multiline?: boolean; maxLength?: number };

const CLIENT = {
  value: 'client',
  text: 'We collect for this company as its agency',
  description: 'Its private customers are contacted within the limits of US Regulation F.',
};

/**
 * Who writes, and where customers are asked to pay. Block ids are the fields' names; action ids also name the creditor, so that
 * what was typed for one is never shown for another.
 */
export function letterheadModal({ creditors, creditorId, form, metadata }: LetterheadView): types.ModalView {
  const actionId = (field: keyof LetterheadForm) => `${field}:${creditorId}`;
  const text = (field: Field, label: string, { multiline = false, maxLength = 120, ...ask }: Ask = {}) => {
    const element = textInput({ actionId: actionId(field), initial: form[field], maxLength, multiline });
    return input({ blockId: field, label, optional: true, ...ask, element });
  };
  return modal({
    callbackId: 'letterhead',
    title: 'Letterhead and bank',
    close: 'Cancel',
    metadata,
    blocks: [
      creditors.length > 1 ? which(creditors, creditorId) : undefined,
      header('Letterhead'),
      text('name', 'Company', {
        optional: false,
        maxLength: 200,
        hint: 'As it stands on letters; imports call it by this name too.',
      }),
      input({
        blockId: 'isClient',
        label: 'Whose money it is',
        optional: true,
        element: checkboxes({
          actionId: actionId('isClient'),
          choices: [CLIENT],
          initial: form.isClient ? [CLIENT.value] : [],
        }),
      }),
      text('address', 'Address', { multiline: true, maxLength: 400 }),
      input({
        blockId: 'email',
        label: 'Email',
        optional: true,
        hint: 'Reminders and notices come from here, and answers go here. Without it, to who signs.',
        element: emailInput({ actionId: actionId('email'), initial: form.email }),
      }),
      text('phone', 'Telephone', { maxLength: 40, hint: 'Whom to call before paying to any other account.' }),
      text('smallPrint', 'Small print', {
        multiline: true,
        maxLength: 400,
        hint: 'At the foot of letters: registered office, company number, VAT number.',
      }),
      header('Where customers pay'),
      text('holder', 'Account holder'),
      text('iban', 'IBAN', { maxLength: 60 }),
      text('sortCode', 'Sort code or routing number', {
        maxLength: 20,
        hint: 'With the account number, where there is no IBAN.',
      }),
      text('account', 'Account number', { maxLength: 40 }),
      text('bank', 'Bank'),
      text('reference', 'Payment reference', {
        hint: 'What everybody is to quote. Leave it empty to have each customer quote their account number.',
      }),
    ],
  });
}

function which(creditors: LetterheadView['creditors'], initial: string): types.InputBlock {
  const choices = creditors.map(({ id, name }) => ({ value: id, text: name }));
  return input({
    blockId: 'creditor',
    label: 'Creditor',
    dispatch: true,
    element: select({ actionId: 'letterhead_creditor', choices, initial }),
  });
}
