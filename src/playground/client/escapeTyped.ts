import type { LocalSlack } from '../LocalSlack.ts';

interface Named {
  names: string[];
  mention: string;
}

/**
 * Typed text in Slack's form: `&`, `<`, `>` escaped; with `mentions`, `@name` and `#channel` (and `<@U…>`,
 * `<#C…>`, as a composer inserts what was picked) become mentions. `withNames` adds the name to each, as
 * slash commands have it.
 */
export function escapeTyped(
  slack: LocalSlack,
  text: string,
  { mentions, withNames = false }: { mentions: boolean; withNames?: boolean },
): string {
  const plainly = (plain: string) =>
    plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (!mentions) return plainly(text);
  const named = everyName(slack, withNames);
  const byName = new Map(named.flatMap(({ names, mention }) => names.map((n) => [n.toLowerCase(), mention])));
  const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  if (longestFirst.length === 0) return plainly(text);
  const pattern = new RegExp(`(?<![\\w.+-])(?:${longestFirst.join('|')})(?![\\w-])`, 'giu');
  let result = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    result += plainly(text.slice(from, match.index)) + (byName.get(match[0].toLowerCase()) ?? '');
    from = match.index + match[0].length;
  }
  return result + plainly(text.slice(from));
}

function everyName(slack: LocalSlack, withNames: boolean): Named[] {
  const { identity } = slack;
  const bot = { id: identity.botUserId, name: identity.botName, real_name: identity.appName };
  const people = [...slack.users.values(), bot].map(({ id, name, real_name }) => ({
    names: [`@${name}`, `@${real_name}`, `<@${id}>`, `<@${id}|${name}>`],
    mention: withNames ? `<@${id}|${name}>` : `<@${id}>`,
  }));
  const channels = slack.conversations
    .all()
    .filter((c) => c.kind !== 'im')
    .map(({ id, name }) => ({
      names: [`#${name}`, `<#${id}>`, `<#${id}|${name}>`],
      mention: `<#${id}|${name}>`,
    }));
  return [...people, ...channels];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
