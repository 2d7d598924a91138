/**
 * The first name with an `@` in words of a command that Slack did not make a member of, since nobody there has it or it was typed and not chosen. An
 * address is no name.
 */
export function unknownMention(words: string): string | undefined {
  const names = [...words.matchAll(/(?<=^|\s)@(?![UW][A-Z0-9]{2,}(?:\s|$))\S+/g)];
  return names[0]?.[0];
}
