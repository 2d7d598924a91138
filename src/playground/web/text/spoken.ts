import type { TextObject } from '../blocks/kit.ts';
import { emojiOf } from './emoji.ts';

/** A text of Block Kit as one line of characters, for names that are read out and for lists. */
export function spoken({ text }: Pick<TextObject, 'text'>): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (written, name: string) => emojiOf(name) ?? written);
}
