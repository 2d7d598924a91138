import { Markup, type Text } from './Markup.ts';
import { typed } from './typed.ts';

type Value = Text | number | bigint | readonly Text[];

/**
 * A template whose own words are markup and whose values are typed by people: they are escaped, put on one line and cannot
 * format, mention or link. Markup goes in as it is; a list goes in with nothing between its items.
 *
 *     mrkdwn`*${debtor.name}* owes ${amount}, see ${link(url, 'the account')}`
 */
export function mrkdwn(words: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(words.map((word, index) => word + source(values[index])).join(''));
}

function source(value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || value instanceof Markup) return typed(value).source;
  if (typeof value === 'object') return value.map((item) => typed(item).source).join('');
  return String(value);
}
