/** So long the name of a group may be, in characters. */
export const LONGEST_GROUP_NAME = 80;

/** The name of a group as typed, with single spaces; empty for no group. `error` is a sentence. */
export function groupName(typed: string): { readonly name: string } | { readonly error: string } {
  const name = typed.trim().replace(/\s+/g, ' ');
  if ([...name].length <= LONGEST_GROUP_NAME) return { name };
  return {
    error: `The name of a group has ${LONGEST_GROUP_NAME} characters at most: this one has ${[...name].length}.`,
  };
}
