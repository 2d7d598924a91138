import { nameLikeness, nameWords } from './nameLikeness.ts';

/**
 * The one contact whom a name as people write it means: `Jane` is Jane Miller as long as there is no second Jane. Undefined when
 * it fits nobody or several.
 */
export function contactNamed<C extends { readonly name: string }>(
  name: string,
  contacts: readonly C[],
): C | undefined {
  const words = nameWords(name);
  if (words.length === 0) return undefined;
  const having = contacts.filter((contact) => {
    const own = new Set(nameWords(contact.name));
    return words.every((word) => own.has(word));
  });
  const alike = contacts.filter((contact) => nameLikeness(words, nameWords(contact.name)) !== undefined);
  const fitting = having.length > 0 ? having : alike;
  return fitting.length === 1 ? fitting[0] : undefined;
}
