/** What a composer's text asks for: a slash command, or a message. */
export type Submission =
  | { readonly kind: 'command'; readonly command: string; readonly text: string }
  | { readonly kind: 'message'; readonly text: string };

/** Undefined for a text of nothing but spaces. */
export function submissionOf(typed: string): Submission | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const [, command, rest = ''] = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  return command === undefined ? { kind: 'message', text } : { kind: 'command', command, text: rest };
}
