import { alternateContact } from '../../core/alternateContact.ts';
import { contactFor } from '../../core/contactFor.ts';
import { contactRole } from '../../core/contactRole.ts';
import type { ContactFact, DebtorFacts } from '../../core/facts.ts';
import { isThirdParty } from '../../core/isThirdParty.ts';
import { numberToRing } from '../../core/wrongNumbers.ts';

/** The person at the customer whom a prompt of that kind is about, and the words that name them with their numbers; nobody where nobody can be reached. */
export function whomToReach(
  kind: string,
  facts: DebtorFacts,
): { contact: ContactFact | undefined; words: string } {
  if (kind === 'find_customer') return { contact: undefined, words: `nobody: ${whatIsWrong(facts)}` };
  if (kind !== 'alternate_contact') {
    const contact = contactFor(facts, kind === 'notice' ? 'email' : 'call');
    return { contact, words: contact ? describeContact(contact) : 'nobody on file: add a contact' };
  }
  const { other, tried } = alternateContact(facts);
  const names = tried.map(({ name }) => name).join(', ');
  const triedWords = names ? ` (tried so far: ${names})` : '';
  const none = 'nobody else on file: ask for another person, and add them';
  return { contact: other, words: `${other ? describeContact(other) : none}${triedWords}` };
}

function whatIsWrong({ debtor, contacts }: DebtorFacts): string {
  const own = contacts.filter((contact) => !isThirdParty(contact, debtor.kind));
  const ways = ({ phone, mobile, email }: ContactFact) => [phone, mobile, email];
  return own.map((contact) => `${describeContact(contact, ways(contact))} does not work`).join('; ');
}

function describeContact(contact: ContactFact, ways = [numberToRing(contact), contact.email]): string {
  const reached = ways.filter((part) => part !== undefined);
  return [`${contact.name} (${contactRole(contact)})`, ...reached].join(', ');
}
