import { escapeMrkdwn } from './escapeMrkdwn.ts';
import { Markup, type Text } from './Markup.ts';
import { oneLine } from './oneLine.ts';
import { unformat } from './unformat.ts';
import { wellFormed } from './wellFormed.ts';

/** Words of a person as harmless markup on one line; markup stays what it is. */
export function typed(text: Text): Markup {
  return text instanceof Markup ? text : new Markup(escapeMrkdwn(unformat(oneLine(wellFormed(text)))));
}
