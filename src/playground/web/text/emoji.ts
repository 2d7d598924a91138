import names from 'emoji-names';

/** The emoji of a name on Slack (without colons); undefined for a name that is none. */
export function emojiOf(name: string): string | undefined {
  return names[name];
}
