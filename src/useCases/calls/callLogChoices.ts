import type { Choice } from '../../../blocks/elements/option.ts';
import { contactRole } from '../../core/contactRole.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { numberToRing } from '../../core/wrongNumbers.ts';
import type { Account } from '../accounts/loadAccount.ts';
import { invoiceOption } from './invoiceOption.ts';

/** The people of an account with their number; what the contact rules say about calling them stands below. */
export function contactChoices({ contacts }: Account): Choice[] {
  return contacts
    .filter(({ contact }) => !contact.isMailbox)
    .map(({ contact, calls }) => ({
      value: contact.id,
      text: [`${contact.name} (${contactRole(contact)})`, numberToRing(contact)].filter(Boolean).join(', '),
      description: calls.sentence,
    }));
}

/** The open invoices of an account, the oldest first. */
export function invoiceChoices({ facts, today }: Account, locale: string): Choice[] {
  return facts.invoices
    .filter(({ outstanding }) => outstanding > 0n)
    .sort((a, b) => a.dueOn - b.dueOn || (a.number < b.number ? -1 : 1))
    .map(({ id, number, currency, outstanding, dueOn }) => ({
      value: invoiceOption.write({ id, currency, outstanding }),
      text: `${number}, ${formatMoney(outstanding, currency, locale)}`,
      description:
        dueOn < today
          ? `due ${shortDay(dueOn, locale)}, ${today - dueOn} days late`
          : `due ${shortDay(dueOn, locale)}`,
    }));
}
