import type { Person } from '../person/Viewer.ts';

const MOST = 300;

/** Slack's markup as it is read out: names for mentions, words for links, the beginning of what is long. */
export function plainText(text: string, people: ReadonlyMap<string, Person>): string {
  const plain = text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `@${people.get(id)?.name ?? id}`)
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([#!])[^|>]*\|([^>]*)>/g, (_, sign: string, name: string) =>
      sign === '#' ? `#${name}` : name,
    )
    .replace(/<!(\w+)[^>]*>/g, '@$1')
    .replace(/<([^|>]+)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => label ?? url)
    .replace(/(^|[\s(])([*_~`])(\S(?:.*?\S)?)\2(?=$|[\s).,:;!?])/gm, '$1$3')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return plain.length > MOST ? `${plain.slice(0, MOST)}…` : plain;
}
