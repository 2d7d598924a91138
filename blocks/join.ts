import { Markup, type Text } from './Markup.ts';
import { typed } from './typed.ts';

/** Texts one after the other, with `between` them as markup (a line break unless told otherwise). Empty ones are left out. */
export function join(texts: readonly Text[], between = '\n'): Markup {
  const sources = texts.map((text) => typed(text).source).filter((source) => source !== '');
  return new Markup(sources.join(between));
}
