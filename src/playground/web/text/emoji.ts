import names from 'emoji-names';
import { findEmoji } from './findEmoji.ts';

/** The emoji of a name on Slack (without colons, with or without a skin tone); undefined for a name that is none. */
export function emojiOf(name: string): string | undefined {
  return findEmoji(names, name);
}
