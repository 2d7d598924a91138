import { escapeMrkdwn } from './escapeMrkdwn.ts';
import { Markup } from './Markup.ts';
import { unformat } from './unformat.ts';
import { wellFormed } from './wellFormed.ts';

/** Words of a person as harmless markup with their line breaks kept: for notes, not for names. */
export function typedLines(text: string): Markup {
  return new Markup(escapeMrkdwn(unformat(wellFormed(text).replace(/\r\n?/g, '\n').trim())));
}
