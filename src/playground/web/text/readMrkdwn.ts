import { type Command, type Node, NodeType, parse, type URL as UrlNode } from 'slack-message-parser';
import { decodeEntities } from './decodeEntities.ts';
import { linkAddresses } from './linkAddresses.ts';
import type { Piece } from './Piece.ts';
import { asQuoted, joinTexts, withoutBreaksAfterCode } from './tidyPieces.ts';

/** The parser takes code for code only before a blank and few marks: after this, which is a blank to it and shows nothing, always. */
const END_OF_CODE = '\ufeff';

/** Reads Slack's markup. With `verbatim`, addresses that merely stand in the text do not become links, as on Slack. */
export function readMrkdwn(text: string, verbatim = false): readonly Piece[] {
  // The parser knows quotes as people's clients send them; apps may write the bare character.
  const { children } = parse(
    text.replace(/^>/gm, '&gt;').replace(/(?<!`)`[^`\n]+`(?=[:;"'/’”…])/g, `$&${END_OF_CODE}`),
  );
  return withoutBreaksAfterCode(joinTexts(children.flatMap((node) => pieceOf(node, verbatim))));
}

function pieceOf(node: Node, verbatim: boolean): readonly Piece[] {
  const inner = (nodes: readonly Node[]) => joinTexts(nodes.flatMap((each) => pieceOf(each, verbatim)));
  switch (node.type) {
    case NodeType.Text: {
      const text = decodeEntities(node.text.replaceAll(END_OF_CODE, ''));
      return verbatim ? [{ kind: 'text', text }] : linkAddresses(text);
    }
    case NodeType.Bold:
      return [{ kind: 'styled', style: 'bold', children: inner(node.children) }];
    case NodeType.Italic:
      return [{ kind: 'styled', style: 'italic', children: inner(node.children) }];
    case NodeType.Strike:
      return [{ kind: 'styled', style: 'strike', children: inner(node.children) }];
    case NodeType.Quote:
      return [{ kind: 'quote', children: asQuoted(inner(node.children)) }];
    case NodeType.Code:
      return [{ kind: 'code', children: readMarkedOff(node.text) }];
    case NodeType.PreText:
      return [{ kind: 'preformatted', text: textOf(readMarkedOff(node.text.replace(/^\n|\n$/g, ''))) }];
    case NodeType.UserLink:
      return [{ kind: 'user', id: node.userID, ...labelOf(node.label) }];
    case NodeType.ChannelLink:
      return [{ kind: 'channel', id: node.channelID, ...labelOf(node.label) }];
    case NodeType.URL:
      return [linkOf(node)];
    case NodeType.Command:
      return [commandOf(node)];
    case NodeType.Emoji:
      return [{ kind: 'emoji', name: node.variation ? `${node.name}::${node.variation}` : node.name }];
    case NodeType.Root:
      return inner(node.children);
  }
}

function linkOf({ url, label }: UrlNode): Piece {
  const address = decodeEntities(url);
  const shown = label ? joinTexts(label.flatMap((node) => pieceOf(node, true))) : undefined;
  return { kind: 'link', url: address, children: shown ?? [{ kind: 'text', text: withoutMailto(address) }] };
}

function commandOf({ name, arguments: args, label, source }: Command): Piece {
  const [first = '', format = '', url] = args;
  if (name === 'subteam') return { kind: 'usergroup', id: first, ...labelOf(label) };
  if (name === 'date' && /^-?\d+$/.test(first)) {
    return {
      kind: 'date',
      timestamp: Number(first),
      format: decodeEntities(format),
      ...(url ? { url: decodeEntities(url) } : {}),
      ...(label ? { fallback: sourceOf(label) } : {}),
    };
  }
  if (['here', 'channel', 'everyone'].includes(name)) return { kind: 'broadcast', range: name };
  return { kind: 'text', text: label ? sourceOf(label) : decodeEntities(source) };
}

function labelOf(label: readonly Node[] | undefined): { label?: string } {
  return label ? { label: sourceOf(label) } : {};
}

function sourceOf(nodes: readonly Node[]): string {
  return decodeEntities(nodes.map(({ source }) => source).join(''));
}

/** In code only links are still read: what they show is what stands there. */
function readMarkedOff(code: string): readonly Piece[] {
  return code.split(/(<https?:[^<>\s]+>)/).flatMap((part): Piece[] => {
    const link = /^<(https?:[^|>]+)(?:\|([^>]*))?>$/.exec(part);
    const text = decodeEntities(link ? (link[2] ?? link[1] ?? '') : part);
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}

function withoutMailto(url: string): string {
  return url.replace(/^mailto:/, '');
}
