import { nameLikeness, nameWords } from '../../core/nameLikeness.ts';
import { samePerson } from '../../core/samePerson.ts';
import type { Contact } from '../../generated/prisma/client.ts';
import type { NewContact } from './addContact.ts';

/** Whom of an account's contacts a new one is, by the number and the name, or by the name alone where both are people; undefined: nobody. */
export function personOnFile(known: readonly Contact[], added: NewContact): Contact | undefined {
  const entry = { ...added, id: '', email: null };
  const words = nameWords(added.name);
  const isNamed = ({ name, isMailbox }: Contact) =>
    !isMailbox && (added.phone || added.mobile) && nameLikeness(words, nameWords(name)) === 'same';
  return known.find((other) => samePerson(other, entry)) ?? known.find(isNamed);
}
