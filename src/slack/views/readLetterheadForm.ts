import { z } from 'zod';
import type { LetterheadForm } from '../../../blocks/settings/LetterheadForm.ts';
import { readIban } from '../../core/iban.ts';
import type { BankDetails } from '../../db/bankDetails.ts';
import type { Letterhead } from '../../useCases/workspaces/Letterhead.ts';

type Errors = Partial<Record<keyof LetterheadForm, string>>;
type Read = { readonly wanted: Letterhead } | { readonly errors: Record<string, string> };

/** The letterhead that a form asks for, or what is wrong at which field. Bank details are whole or absent. */
export function readLetterheadForm(form: LetterheadForm): Read {
  const { name, email, phone } = form;
  const errors: Errors = {};
  if (name === '') errors.name = 'What is the company called?';
  if (email !== '' && !z.email().safeParse(email).success) errors.email = 'That is no email address.';
  if (phone !== '' && phone.replace(/\D/g, '').length < 5) errors.phone = 'That is no telephone number.';
  const bank = readBank(form, errors);
  if (Object.keys(errors).length > 0) return { errors };
  return {
    wanted: {
      name,
      address: form.address || undefined,
      email: email || undefined,
      phone: phone || undefined,
      smallPrint: form.smallPrint || undefined,
      bank,
      isClient: form.isClient,
    },
  };
}

function readBank(form: LetterheadForm, errors: Errors): BankDetails | undefined {
  const { holder, bank, reference } = form;
  if ([holder, form.iban, form.sortCode, form.account, bank, reference].every((typed) => typed === ''))
    return;
  const iban = readIban(form.iban);
  const sortCode = readSortCode(form.sortCode);
  const account = /^[a-z\d][a-z\d -]{2,33}$/i.test(form.account) ? form.account : undefined;
  if (holder === '') errors.holder = 'Whose account is it? Banks compare the name.';
  if (form.iban !== '' && !iban)
    errors.iban = 'That is no IBAN: its check digits do not fit. Compare it again.';
  if (form.sortCode !== '' && !sortCode) errors.sortCode = 'Write it in digits, such as 20-15-55.';
  if (form.account !== '' && !account)
    errors.account = 'Write the account number in digits or letters alone.';
  if (form.iban === '' && form.account === '')
    errors.iban = 'Enter an IBAN, or sort code and account number.';
  if (form.iban === '' && form.account !== '' && form.sortCode === '')
    errors.sortCode = 'Which bank is it? An account number needs a sort code or routing number.';
  if (form.sortCode !== '' && form.account === '') errors.account = 'Enter the account number too.';
  return {
    holder,
    ...(iban && { iban }),
    ...(sortCode && { sortCode }),
    ...(account && { account }),
    ...(bank && { bank }),
    ...(reference && { reference }),
  };
}

/** Five to twelve digits; six of them in pairs, as on British letters. */
function readSortCode(typed: string): string | undefined {
  if (!/^[\d\s-]+$/.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, '');
  if (digits.length === 6) return digits.replace(/(\d\d)(?=\d)/g, '$1-');
  return digits.length >= 5 && digits.length <= 12 ? digits : undefined;
}
